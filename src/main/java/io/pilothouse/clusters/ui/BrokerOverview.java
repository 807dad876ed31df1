package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.FigureTile;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.base.ui.list.CellText;
import io.pilothouse.clusters.Loss;
import io.pilothouse.clusters.OperatorRestart;
import io.pilothouse.clusters.RestartAnswer;
import io.pilothouse.clusters.RestartWords;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.LogDir;
import io.pilothouse.fleet.Volume;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a broker does, where it runs and what hangs on it, on one screen. */
final class BrokerOverview extends Div {

    private static final int OBSTACLES = 4;

    private @Nullable Object shown;

    BrokerOverview() {
        addClassName("ph-tiles");
    }

    void show(BrokerViewModel.Shown content) {
        Object now = List.of(content.seen(), content.service(), content.quorum(), content.loss(), content.restarts());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Broker broker = content.broker();
        removeAll();
        add(
                leaders(broker),
                lag(broker),
                disk(broker),
                restart(content),
                QuorumTile.of(content.quorum(), broker.id()),
                loss(content));
        add(place(content), logDirs(broker.disk()));
        if (!content.restarts().isEmpty()) {
            add(restarts(content.restarts()));
        }
    }

    private static Tile leaders(Broker broker) {
        return new FigureTile(
                "Leads",
                Figure.of(broker.load(), load -> Formats.count(load.leaders())),
                broker.load()
                        .known()
                        .map(load -> "of " + Formats.counted(load.replicas(), "replica") + " it holds")
                        .orElse(""),
                broker.load()
                        .known()
                        .map(load -> load.outOfSync() == 0
                                ? "All of them are in sync"
                                : Formats.count(load.outOfSync()) + " of them not in sync")
                        .orElseGet(() ->
                                broker.load().problem().map(Failure::summary).orElse("")));
    }

    private static Tile lag(Broker broker) {
        return new FigureTile(
                "In-sync lag",
                CellText.of(BrokerWords.lag(broker.load())),
                "records",
                "The replica furthest behind its leader, by Prometheus");
    }

    private static Tile disk(Broker broker) {
        return new FigureTile(
                "Disk used",
                CellText.of(BrokerWords.disk(broker.disk())),
                "",
                broker.disk()
                        .known()
                        .flatMap(Broker.Disk::free)
                        .map(free -> Formats.bytes(free.bytes()) + " are free")
                        .orElse(""));
    }

    private static Tile restart(BrokerViewModel.Shown content) {
        RestartAnswer answer = content.seen().restart();
        String word = switch (answer.verdict()) {
            case YES -> answer.harmless() ? "Yes" : "Yes, with a gap";
            case NO -> "No";
            case UNKNOWN -> "Not known";
        };
        Tile tile = new FigureTile("May it be restarted now?", new Span(word), "", "By the operator's own rules");
        answer.obstacles().stream()
                .limit(OBSTACLES)
                .map(obstacle -> new Paragraph(sentence(RestartWords.obstacle(obstacle))))
                .forEach(tile::add);
        if (answer.obstacles().size() > OBSTACLES) {
            tile.add(new Paragraph("And " + Formats.count(answer.obstacles().size() - OBSTACLES) + " more."));
        }
        if (!answer.interrupted().isEmpty()) {
            tile.add(new Paragraph(Formats.counted(answer.interrupted().size(), "partition")
                    + " without a spare replica would refuse writes with acks=all until it is back."));
        }
        answer.remarks().stream().map(remark -> new Paragraph(remark + ".")).forEach(tile::add);
        return tile;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static Tile loss(BrokerViewModel.Shown content) {
        Tile tile = new Tile("If it went away");
        tile.addClassName("ph-wide");
        if (!content.broker().up()) {
            tile.add(new Paragraph("It is away already. What its replicas wait for stands with the partitions."));
            return tile;
        }
        content.loss()
                .ifPresentOrElse(
                        loss -> tile.add(facts(loss)),
                        () -> tile.add(new Paragraph("Topics are not known, so neither is what hangs on it.")));
        return tile;
    }

    private static FactList facts(Loss loss) {
        FactList facts = new FactList()
                .fact("Offline", count(loss.offline(), "without another replica in sync", true))
                .fact("Refuse writes", count(loss.belowMinimum(), "fall below min.insync.replicas", true))
                .fact("Change leader", count(loss.moved(), "are led by another broker after a moment", false));
        return loss.onlyCopies() == 0
                ? facts
                : facts.fact("Only copy", count(loss.onlyCopies(), "have their records nowhere else", true));
    }

    private static Span count(int partitions, String what, boolean grave) {
        Span words = new Span(partitions == 0 ? "none" : Formats.counted(partitions, "partition") + ", which " + what);
        if (grave && partitions > 0) {
            words.addClassName("ph-failing-text");
        }
        return words;
    }

    private static Tile restarts(List<OperatorRestart> restarts) {
        Tile tile = new Tile("Restarted by the operator");
        tile.addClassName("ph-wide");
        restarts.stream()
                .limit(OBSTACLES)
                .map(restart -> new Paragraph(RelativeTime.ago(restart.at()), new Span(": " + restart.why() + ".")))
                .forEach(tile::add);
        return tile;
    }

    private static Tile place(BrokerViewModel.Shown content) {
        ShownBroker seen = content.seen();
        FactList facts = new FactList()
                .fact("Pod", pod(content))
                .fact("Node", node(seen))
                .fact(
                        "Zone",
                        seen.zone()
                                .<Component>map(Span::new)
                                .orElseGet(() -> Figure.absent("Neither Kafka nor its node names a zone.")))
                .fact(
                        "Kafka cluster",
                        new Anchor(
                                ClustersNavigation.details(content.cluster().id()),
                                content.cluster().id().name()));
        content.broker().volumes().forEach(volume -> facts.fact("Volume", volume(volume)));
        return new Tile("Where it runs", facts);
    }

    /** "data-0-main-brokers-0, 100 GB of class fast, from zone-a"; what is not known of it is left out. */
    private static Span volume(Volume volume) {
        Span words = new Span(volume.claim()
                + volume.size().map(size -> ", " + Formats.bytes(size.bytes())).orElse("")
                + volume.storageClass().map(name -> " of class " + name).orElse("")
                + (volume.zones().isEmpty() ? "" : ", reached from " + String.join(", ", volume.zones()))
                + (volume.phase() == Volume.Phase.BOUND
                        ? ""
                        : ", " + volume.phase().name().toLowerCase(Locale.ROOT)));
        volume.volume().ifPresent(name -> words.setTitle("PersistentVolume " + name));
        return words;
    }

    private static Component pod(BrokerViewModel.Shown content) {
        Optional<String> pod = content.seen().pod();
        return content.service()
                .<Component>map(service -> new Anchor(FleetNavigation.pods(service), pod.orElse("")))
                .or(() -> pod.map(Span::new))
                .orElseGet(() -> Figure.absent("No pod is known that runs it."));
    }

    private static Component node(ShownBroker seen) {
        return seen.node()
                .<Component>map(
                        node -> seen.seesNodes() ? new Anchor(FleetNavigation.node(node), node) : new Span(node))
                .orElseGet(() -> Figure.absent("No pod of it is on a node."));
    }

    private static Tile logDirs(Observed<Broker.Disk> disk) {
        Tile tile = new Tile("Log dirs");
        tile.addClassName("ph-wide");
        if (disk.known().isEmpty()) {
            tile.add(new Paragraph(disk.problem().map(Failure::summary).orElse("It has not told of them") + "."));
            return tile;
        }
        disk.known().orElseThrow().dirs().forEach(dir -> {
            Div path = new Div(new Span(dir.path()));
            path.addClassNames("ph-mono", "ph-break");
            tile.add(path, new Paragraph(logDir(dir)));
        });
        return tile;
    }

    private static Span logDir(LogDir dir) {
        if (dir.problem().isPresent()) {
            Span broken = new Span("cannot be used: " + dir.problem().orElseThrow());
            broken.addClassName("ph-failing-text");
            return broken;
        }
        String room = dir.free()
                .map(free -> ", " + Formats.bytes(free.bytes()) + " free"
                        + dir.capacity()
                                .map(all -> " of " + Formats.bytes(all.bytes()))
                                .orElse(""))
                .orElse("");
        return new Span(Formats.counted(dir.replicas(), "replica") + ", "
                + Formats.bytes(dir.used().bytes()) + room);
    }
}
