package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.FigureTile;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.Quorum.Replica;
import java.util.Optional;

/** Who keeps the metadata of a cluster, and who is behind. */
final class QuorumTile {

    private QuorumTile() {}

    /** The part that one broker takes. */
    static Tile of(Observed<Quorum> quorum, int broker) {
        Optional<Replica> replica = quorum.known().flatMap(known -> known.replica(broker));
        Component part = replica.isPresent()
                ? Figure.of(quorum, known -> part(known, replica.orElseThrow()))
                : Figure.absent(quorum.problem()
                        .map(Failure::summary)
                        .orElse("The controller does not count it among those who follow."));
        return new FigureTile(
                "Metadata quorum",
                part,
                "",
                quorum.known()
                        .flatMap(known -> replica.map(own -> behind(known, own)))
                        .orElse(""));
    }

    /** All who keep it. */
    static Tile of(Observed<Quorum> quorum, ClusterId cluster) {
        Tile tile = new Tile("Metadata quorum");
        tile.addClassName("ph-wide");
        if (quorum.known().isEmpty()) {
            tile.add(new Paragraph(quorum.problem().map(Failure::summary).orElse("It is not known") + "."));
            return tile;
        }
        Quorum known = quorum.known().orElseThrow();
        FactList facts = new FactList();
        known.replicas()
                .forEach(replica -> facts.fact(
                        new Anchor(ClustersNavigation.broker(cluster, replica.id()), "Node " + replica.id()),
                        new Span(part(known, replica) + ", " + lowerCase(behind(known, replica)))));
        facts.fact("Epoch", Figure.of(quorum, _ -> Formats.count(known.epoch())));
        tile.add(facts);
        return tile;
    }

    private static String part(Quorum quorum, Replica replica) {
        if (replica.id() == quorum.leader()) {
            return "leader";
        }
        return replica.voter() ? "voter" : "observer";
    }

    private static String behind(Quorum quorum, Replica replica) {
        Optional<Long> lag = quorum.lag(replica);
        if (lag.isEmpty()) {
            return "How far it has the metadata is not known";
        }
        if (lag.orElseThrow() == 0) {
            return "It has all metadata";
        }
        return "Lacks " + Formats.counted(lag.orElseThrow(), "record")
                + quorum.behind(replica)
                        .filter(time -> time.toMillis() > 0)
                        .map(time -> ", behind for " + Formats.duration(time))
                        .orElse("");
    }

    private static String lowerCase(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
