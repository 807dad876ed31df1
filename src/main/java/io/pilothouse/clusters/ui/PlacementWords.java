package io.pilothouse.clusters.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.clusters.PlacedTopic;
import io.pilothouse.clusters.PlacedTopic.Share;
import io.pilothouse.clusters.PlacedTopic.Trait;
import io.pilothouse.clusters.Skew;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the places of replicas are put into words. */
final class PlacementWords {

    private PlacementWords() {}

    /** "Zone a"; "zone-a" where the name says so itself. */
    static String zone(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("zone") ? name : "Zone " + name;
    }

    /** How evenly a cluster is laid out, and what goes with one zone. */
    static String answer(KafkaCluster cluster) {
        return Stream.of(
                        Skew.ofLeaders(cluster).map(skew -> skew("Brokers lead", skew, Formats::count, "partitions")),
                        Skew.ofBytes(cluster).map(skew -> skew("They hold", skew, Formats::bytes, "")),
                        cluster.topics().known().map(PlacementWords::oneZone))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** "Brokers lead 104 to 108 partitions, 2 % above the mean at most." */
    private static String skew(String verb, Skew skew, LongFunction<String> figure, String noun) {
        String unit = noun.isEmpty() ? "" : " " + noun;
        return skew.least() == skew.greatest()
                ? verb + " " + figure.apply(skew.least()) + unit + " each."
                : verb + " " + figure.apply(skew.least()) + " to " + figure.apply(skew.greatest()) + unit + ", "
                        + Formats.percent(skew.share()) + " above the mean at most.";
    }

    private static String oneZone(List<Topic> topics) {
        int count = topics.stream().mapToInt(Topic::inOneZone).sum();
        if (count == 0) {
            boolean known = topics.stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> !partition.zones().isEmpty());
            return known ? "No replicated partition lies in one zone alone." : "";
        }
        return Formats.counted(count, "replicated partition") + (count == 1 ? " lies" : " lie") + " in one zone alone.";
    }

    /** "● 4 ○ 8 ✕ 1". */
    static Cell.Text share(int broker, Optional<Share> share) {
        if (share.isEmpty()) {
            return Cell.text("·").in(Cell.Tone.DIM).hint("Broker " + broker + " holds none of it.");
        }
        Share has = share.orElseThrow();
        Cell.Text text = Cell.text(
                        Stream.of(mark(has.leaders(), "●"), mark(has.followers(), "○"), mark(has.outOfSync(), "✕"))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining("\u2002")))
                .hint("Broker " + broker + " leads " + Formats.counted(has.leaders(), "partition") + ", holds "
                        + Formats.counted(has.followers(), "more replica") + " in sync, and "
                        + Formats.count(has.outOfSync()) + " out of sync.");
        return has.outOfSync() > 0 ? text.in(Cell.Tone.WARNING) : text;
    }

    private static Optional<String> mark(int count, String sign) {
        return count == 0 ? Optional.empty() : Optional.of(sign + "\u00a0" + Formats.count(count));
    }

    /** What a trait is called. */
    static String trait(Trait trait) {
        return switch (trait) {
            case OFFLINE -> "without a leader";
            case BELOW_MINIMUM -> "below min.insync.replicas";
            case UNDER_REPLICATED -> "under-replicated";
            case SINGLE_REPLICA -> "single replica";
            case ONE_ZONE -> "all replicas in one zone";
            case NOT_PREFERRED -> "not led by the preferred";
        };
    }

    /** What is worth knowing of a topic's placement, worst first. */
    static Cell.Text traits(PlacedTopic placed) {
        String words =
                placed.traits().stream().sorted().map(PlacementWords::trait).collect(Collectors.joining(", "));
        return words.isEmpty()
                ? Cell.text("nothing of note").in(Cell.Tone.DIM)
                : Cell.text(words).hint(words);
    }
}
