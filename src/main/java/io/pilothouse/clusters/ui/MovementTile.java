package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.OpenTransaction;
import io.pilothouse.fleet.Reassignment;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is under way in a cluster: partitions on the move, and transactions that nobody ends. */
final class MovementTile {

    private static final int AT_MOST = 6;

    private MovementTile() {}

    static Tile of(KafkaCluster cluster) {
        Tile tile = new Tile("Under way");
        var moving = cluster.coordination().reassignments();
        var open = cluster.coordination().transactions();
        tile.add(sentence(
                moving,
                all -> all.isEmpty()
                        ? "No partition is being moved."
                        : Formats.counted(all.size(), "partition") + (all.size() == 1 ? " is" : " are")
                                + " being moved:"));
        known(moving).stream().limit(AT_MOST).forEach(each -> tile.add(line(each, cluster)));
        tile.add(sentence(
                open,
                all -> all.isEmpty()
                        ? "No transaction is open for more than 10 s."
                        : Formats.counted(all.size(), "transaction") + " open for more than 10 s:"));
        known(open).stream().limit(AT_MOST).forEach(each -> tile.add(line(each)));
        return tile;
    }

    private static <T> Paragraph sentence(Observed<List<T>> observed, Function<List<T>, String> inWords) {
        return observed.known().isEmpty()
                ? new Paragraph(observed.problem().map(Failure::summary).orElse("") + ".")
                : new Paragraph(Figure.of(observed, inWords));
    }

    private static Div line(Reassignment moving, KafkaCluster cluster) {
        return new Div(
                new Anchor(
                        FleetNavigation.topic(
                                new TopicId(cluster.id(), moving.partition().topic())),
                        moving.partition().toString()),
                dim(" to " + ids(moving.adding())
                        + (moving.removing().isEmpty() ? "" : ", from " + ids(moving.removing()))));
    }

    private static Div line(OpenTransaction open) {
        Span id = new Span(open.id());
        id.addClassNames("ph-mono", "ph-break");
        Div line = new Div(id, dim(" in " + Formats.counted(open.partitions().size(), "partition")));
        open.started().ifPresent(begin -> line.add(dim(", for "), RelativeTime.age(begin)));
        return line;
    }

    private static <T> List<T> known(Observed<List<T>> observed) {
        return observed.known().orElse(List.of());
    }

    private static String ids(List<Integer> brokers) {
        return brokers.isEmpty()
                ? "no broker"
                : (brokers.size() == 1 ? "broker " : "brokers ")
                        + brokers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Span dim(String text) {
        Span span = new Span(text);
        span.addClassName("ph-dim");
        return span;
    }
}
