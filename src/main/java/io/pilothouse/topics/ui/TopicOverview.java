package io.pilothouse.topics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.FigureTile;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.base.ui.list.CellText;
import io.pilothouse.clusters.ui.ClustersNavigation;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.Partition.Condition;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.LagWords;
import io.pilothouse.fleet.ui.PartitionWords;
import io.pilothouse.services.ui.ServicesNavigation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a topic is, where it lies, and who reads it, on one screen. */
final class TopicOverview extends Div {

    private TopicViewModel.@Nullable Shown shown;

    TopicOverview() {
        addClassName("ph-tiles");
    }

    void show(TopicViewModel.Shown content) {
        if (content.equals(shown)) {
            return;
        }
        shown = content;
        Topic topic = content.topic();
        removeAll();
        add(
                partitions(topic),
                produced(topic),
                size(topic),
                readers(content),
                groups(content),
                writers(content.writers()),
                about(topic),
                place(topic));
        content.resources().ifPresent(resources -> add(new ManagedTile(topic, resources)));
    }

    private static Tile partitions(Topic topic) {
        String conditions = Arrays.stream(Condition.values())
                .filter(condition -> condition != Condition.IN_SYNC && topic.count(condition) > 0)
                .map(condition -> Formats.count(topic.count(condition)) + " " + PartitionWords.condition(condition))
                .collect(Collectors.joining(", "));
        return new FigureTile(
                "Partitions",
                new Span(Formats.count(topic.partitions().size())),
                "with " + Formats.counted(topic.replication(), "replica") + " each",
                conditions.isEmpty() ? "All replicas are in sync" : conditions);
    }

    private static Tile produced(Topic topic) {
        return new FigureTile("Produced", CellText.of(TopicWords.produced(topic)), "", "Records over the last minute");
    }

    private static Tile size(Topic topic) {
        return new FigureTile("Size", CellText.of(TopicWords.size(topic)), "", "All replicas on all brokers");
    }

    private static Tile readers(TopicViewModel.Shown content) {
        String slowest = content.readers().stream()
                .max(Comparator.comparing(reader -> reader.delay().atLeast()))
                .flatMap(reader -> LagWords.behind(reader.delay())
                        .map(words -> Formats.name(reader.group().id().name()) + " is " + words))
                .orElse("");
        Component count =
                content.groupsProblem().isPresent() && content.readers().isEmpty()
                        ? Figure.absent(content.groupsProblem().orElseThrow().summary())
                        : new Span(Formats.count(content.readers().size()));
        return new FigureTile(
                "Read by", count, content.readers().size() == 1 ? "consumer group" : "consumer groups", slowest);
    }

    private static Tile groups(TopicViewModel.Shown content) {
        Tile tile = new Tile("Consumer groups");
        tile.addClassName("ph-wide");
        if (content.readers().isEmpty()) {
            tile.add(new Paragraph(content.groupsProblem()
                    .map(problem -> problem.summary() + ".")
                    .orElse("No group reads it or has committed an offset of it.")));
            return tile;
        }
        FactList facts = new FactList();
        content.readers()
                .forEach(reader -> facts.fact(
                        new Anchor(
                                FleetNavigation.group(reader.group().id()),
                                reader.group().id().name()),
                        reader(reader)));
        tile.add(facts);
        return tile;
    }

    private static Tile writers(List<Flow> writers) {
        if (writers.isEmpty()) {
            return new Tile(
                    "Written by",
                    new Paragraph("Not known: Kafka does not tell, and Prometheus has no metrics of its producers."));
        }
        FactList facts = new FactList();
        writers.forEach(flow -> facts.fact(
                new Anchor(
                        ServicesNavigation.details(flow.service()),
                        flow.service().name()),
                CellText.of(LagWords.rate(flow.rate()))));
        return new Tile("Written by", facts);
    }

    /** "Degraded  4 140 to read, 2 min behind  notifications". */
    private static Div reader(TopicReader reader) {
        String behind =
                LagWords.behind(reader.delay()).map(words -> ", " + words).orElse("");
        Div line = new Div(
                new StateBadge(reader.group().health().state()),
                new Span(CellText.of(LagWords.messages(reader.lag())), new Span(" to read" + behind)));
        reader.services().forEach(service -> line.add(new Anchor(ServicesNavigation.details(service), service.name())));
        line.addClassName("ph-remark");
        return line;
    }

    private static Tile about(Topic topic) {
        FactList facts = new FactList()
                .fact("Last written", lastWritten(topic))
                .fact("Kept", CellText.of(TopicWords.retention(topic.settings())));
        setting(facts, "Cleanup policy", topic, "cleanup.policy");
        setting(facts, "Min in-sync", topic, "min.insync.replicas");
        setting(facts, "Compression", topic, "compression.type");
        facts.fact(
                "Kafka cluster",
                new Anchor(
                        ClustersNavigation.details(topic.id().cluster()),
                        topic.id().cluster().name()));
        return new Tile("About", facts);
    }

    private static Component lastWritten(Topic topic) {
        return topic.lastWritten()
                .<Component>map(RelativeTime::ago)
                .orElseGet(() -> CellText.of(TopicWords.lastWritten(topic)));
    }

    private static void setting(FactList facts, String title, Topic topic, String name) {
        TopicWords.setting(topic, name)
                .ifPresentOrElse(
                        value -> facts.fact(title, value),
                        () -> facts.fact(title, Figure.absent("Its settings are not read yet.")));
    }

    private static Tile place(Topic topic) {
        FactList facts = new FactList();
        for (BrokerShare share : BrokerShare.of(topic)) {
            String size = share.size()
                    .map(bytes -> ", " + Formats.bytes(bytes.bytes()))
                    .orElse("");
            facts.fact(
                    new Anchor(
                            ClustersNavigation.broker(topic.id().cluster(), share.broker()),
                            "Broker " + share.broker()),
                    new Span("leads " + share.leaders() + ", holds " + Formats.counted(share.replicas(), "replica")
                            + size));
        }
        return new Tile("Where it lies", facts);
    }
}
