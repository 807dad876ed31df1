package io.pilothouse.nodes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.clusters.Loss;
import io.pilothouse.clusters.ui.ClustersNavigation;
import io.pilothouse.nodes.DrainObstacle;
import io.pilothouse.nodes.NodeLoss;
import io.pilothouse.services.ui.ServicesNavigation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would be lost at once if a node went away. */
final class NodeLossTile extends Tile {

    private static final int SERVICES_AT_MOST = 12;

    NodeLossTile(NodeLoss loss) {
        super("If it went away");
        addClassName("ph-wide");
        loss.clusters().forEach(cluster -> add(line(cluster)));
        loss.services().stream().limit(SERVICES_AT_MOST).forEach(service -> add(line(service)));
        int more = loss.services().size() - SERVICES_AT_MOST;
        if (more > 0) {
            add(line(new Span(Formats.counted(more, "more service") + " would lose a part of their pods")));
        }
        loss.obstacles().forEach(obstacle -> add(line(obstacle)));
        if (loss.services().isEmpty() && loss.clusters().isEmpty()) {
            add(line(new Span("No service that you may see has a ready pod on it, and no Kafka broker is up on it.")));
        }
    }

    private static Div line(NodeLoss.ClusterLoss loss) {
        Div line = line(
                new Anchor(
                        ClustersNavigation.details(loss.cluster()),
                        loss.cluster().name()),
                words(" would lose ", false));
        loss.lost()
                .forEach(broker -> line.add(
                        new Anchor(ClustersNavigation.broker(loss.cluster(), broker), "broker " + broker),
                        new Span(" ")));
        line.add(words(
                "and keep " + Formats.count(loss.left()) + " of "
                        + Formats.count(loss.left() + loss.lost().size()),
                loss.left() == 0));
        loss.partitions().filter(Loss::harms).ifPresent(partitions -> line.add(words(harm(partitions), true)));
        return line;
    }

    /** ": 2 partitions would be offline, 14 would refuse writes". */
    private static String harm(Loss partitions) {
        return Stream.of(
                        harm(partitions.offline(), " would be offline"),
                        harm(partitions.belowMinimum(), " would refuse writes with acks=all"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", ": ", ""));
    }

    private static Optional<String> harm(int partitions, String what) {
        return partitions == 0 ? Optional.empty() : Optional.of(Formats.counted(partitions, "partition") + what);
    }

    private static Div line(NodeLoss.ServiceLoss loss) {
        return line(
                new Anchor(
                        ServicesNavigation.pods(loss.service()), loss.service().name()),
                loss.stops()
                        ? words(" would have no ready pod", true)
                        : words(
                                " would keep " + Formats.count(loss.left()) + " of "
                                        + Formats.count(loss.left() + loss.lost()) + " ready pods",
                                false));
    }

    private static Div line(DrainObstacle obstacle) {
        Div line = line(
                new Span("A drain would wait for "),
                new Anchor(
                        ServicesNavigation.details(obstacle.service()),
                        obstacle.service().name()),
                words(
                        obstacle.forever()
                                ? " for ever: disruption budget " + obstacle.budget() + " lets none of its pods go"
                                : " until disruption budget " + obstacle.budget() + " lets another of its pods go",
                        obstacle.forever()));
        line.addClassName("ph-obstacle");
        return line;
    }

    private static Span words(String text, boolean grave) {
        Span words = new Span(text);
        words.addClassName(grave ? "ph-failing-text" : "ph-dim");
        return words;
    }

    private static Div line(Component... parts) {
        return new Div(parts);
    }
}
