package io.pilothouse.clusters.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.StrimziState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How facts of Kafka clusters are put into words. */
final class ClusterWords {

    private ClusterWords() {}

    /** The first line of a cluster's page: how it is. */
    static Answer answer(KafkaCluster cluster) {
        String brokers = brokers(cluster);
        String risk = switch (cluster.partitions()) {
            case Observed.Fresh<PartitionCounts> fresh -> risk(fresh.content());
            case Observed.Stale<PartitionCounts> stale -> "When it answered last: " + risk(stale.content());
            case Observed.Missing<PartitionCounts> _ -> "Its partitions are not known.";
        };
        if (cluster.health().state() == HealthState.HEALTHY) {
            String reason = cluster.health().reason();
            return new Answer(
                    cluster.brokers().isEmpty() ? "Healthy" : brokers,
                    reason.isEmpty() ? risk : risk + " " + capitalised(reason) + ".");
        }
        String reason = cluster.health().reason();
        return new Answer(
                reason.isEmpty() ? cluster.health().state().word() : capitalised(reason),
                cluster.health().since(),
                cluster.brokers().isEmpty() ? risk : brokers + ". " + risk);
    }

    /** "All 3 brokers are up"; "2 of 3 brokers are up"; "None of its 3 brokers is up". */
    private static String brokers(KafkaCluster cluster) {
        int up = cluster.brokersUp();
        int all = cluster.brokers().size();
        if (all == 1) {
            return up == 1 ? "Its one broker is up" : "Its one broker is down";
        }
        if (up == all) {
            return "All " + all + " brokers are up";
        }
        return up == 0
                ? "None of its " + all + " brokers is up"
                : up + " of " + all + " brokers " + (up == 1 ? "is" : "are") + " up";
    }

    /** What threatens partitions, worst first; that nothing does. */
    static String risk(PartitionCounts counts) {
        List<String> risks = new ArrayList<>();
        if (counts.offline() > 0) {
            risks.add(are(counts.offline(), "offline") + ": without a leader, nothing can be read or written there");
        }
        if (counts.belowMinimumInSync() > 0) {
            risks.add(are(counts.belowMinimumInSync(), "below min.insync.replicas")
                    + ": writes with acks=all are refused");
        }
        if (counts.atMinimumInSync() > 0) {
            risks.add(are(counts.atMinimumInSync(), "at min.insync.replicas")
                    + ": one more broker down stops writes with acks=all");
        }
        if (risks.isEmpty() && counts.underReplicated() > 0) {
            risks.add(are(counts.underReplicated(), "under-replicated") + ", but none is at risk yet");
        }
        if (!risks.isEmpty()) {
            return risks.stream().collect(Collectors.joining(". ", "", "."));
        }
        return counts.total() == 0
                ? "It has no partitions yet."
                : "All " + Formats.counted(counts.total(), "partition") + " are fully in sync.";
    }

    /** What the operator says of the cluster. */
    static String operator(StrimziState strimzi) {
        if (strimzi.problem().isPresent()) {
            return "Not ready: " + strimzi.problem().orElseThrow();
        }
        if (strimzi.paused()) {
            return "Reconciliation is paused by annotation: changes of the Kafka resource wait.";
        }
        return strimzi.reconciled()
                ? "It has acted on the newest change of the Kafka resource."
                : "It has yet to act on the newest change of the Kafka resource.";
    }

    /** What stands beside the name: "Kafka 4.4.0 · run by Strimzi · 3 brokers · 3 zones". */
    static String subtitle(KafkaCluster cluster) {
        long zones = cluster.brokers().stream()
                .flatMap(broker -> broker.rack().stream())
                .distinct()
                .count();
        return Stream.of(
                        cluster.version().map(version -> "Kafka " + version),
                        cluster.strimzi().map(_ -> "run by Strimzi"),
                        Optional.of(Formats.counted(cluster.brokers().size(), "broker")),
                        Optional.of(zones).filter(count -> count > 0).map(count -> Formats.counted(count, "zone")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String are(int count, String what) {
        return Formats.counted(count, "partition") + (count == 1 ? " is " : " are ") + what;
    }

    private static String capitalised(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }
}
