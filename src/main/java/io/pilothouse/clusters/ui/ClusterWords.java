package io.pilothouse.clusters.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.StrimziState;
import java.util.ArrayList;
import java.util.List;

/** How facts of Kafka clusters are put into words. */
final class ClusterWords {

    private ClusterWords() {}

    /** What threatens partitions, worst first; that nothing does. */
    static String risk(PartitionCounts counts) {
        List<String> risks = new ArrayList<>();
        if (counts.offline() > 0) {
            risks.add(Formats.counted(counts.offline(), "partition")
                    + " without a leader: nothing can be read or written there");
        }
        if (counts.belowMinimumInSync() > 0) {
            risks.add(Formats.counted(counts.belowMinimumInSync(), "partition")
                    + " below min.insync.replicas: writes with acks=all are refused");
        }
        if (counts.atMinimumInSync() > 0) {
            risks.add(Formats.counted(counts.atMinimumInSync(), "partition")
                    + " at min.insync.replicas: one more broker down stops writes");
        }
        if (risks.isEmpty() && counts.underReplicated() > 0) {
            risks.add(Formats.counted(counts.underReplicated(), "partition") + " with a replica that is not in sync");
        }
        return risks.isEmpty()
                ? "All " + Formats.counted(counts.total(), "partition") + " have all their replicas in sync."
                : String.join("; ", risks) + ".";
    }

    /** What the operator says of the cluster. */
    static String operator(StrimziState strimzi) {
        if (strimzi.paused()) {
            return "Reconciliation is paused by annotation: changes wait.";
        }
        if (strimzi.problem().isPresent()) {
            return strimzi.problem().orElseThrow();
        }
        return strimzi.reconciled() ? "It has acted on the newest change." : "It has yet to act on the newest change.";
    }

    /** What stands beside the title: version and brokers. */
    static String subtitle(KafkaCluster cluster) {
        String brokers =
                cluster.brokersUp() + " of " + Formats.counted(cluster.brokers().size(), "broker") + " up";
        return cluster.version()
                .map(version -> "Kafka " + version + " · " + brokers)
                .orElse(brokers);
    }
}
