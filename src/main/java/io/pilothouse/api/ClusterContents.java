package io.pilothouse.api;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What topics and groups have in common: they are in a Kafka cluster, and are known as far as that tells. */
final class ClusterContents {

    private ClusterContents() {}

    /** @throws Refusal when the segment of an address cannot name a cluster */
    static ClusterId cluster(String segment) {
        return FleetNavigation.cluster(segment)
                .orElseThrow(() -> Refusal.parameter("cluster", "It is written namespace.name, as in kafka.main."));
    }

    /**
     * Why contents of the clusters may be old or absent.
     *
     * @throws Refusal when nothing is known of any cluster
     */
    static Stream<Failure> failures(VisibleFleet fleet, Function<KafkaCluster, Observed<?>> contents) {
        List<KafkaCluster> clusters = fleet.clusters();
        if (clusters.isEmpty()) {
            Picture.requireKubernetes(fleet);
        }
        List<Failure> failures = clusters.stream()
                .flatMap(cluster -> contents.apply(cluster).problem().stream())
                .toList();
        boolean nothing = !clusters.isEmpty()
                && clusters.stream()
                        .allMatch(cluster -> contents.apply(cluster).known().isEmpty());
        if (nothing) {
            throw Refusal.unread(failures.getFirst());
        }
        return failures.stream();
    }

    /**
     * One of the contents of a cluster.
     *
     * @throws Refusal when it is not there, or nobody can say whether it is
     */
    static <T> T one(Observed<?> contents, Optional<T> found, String what) {
        return found.orElseThrow(() -> contents.known().isPresent()
                ? Refusal.absent(what)
                : Refusal.unread(contents.problem().orElseThrow()));
    }

    /** The services of a group's members, of those that the person may see. */
    static List<WorkloadId> services(ConsumerGroup group, VisibleFleet fleet) {
        return group.services().stream().filter(fleet::sees).toList();
    }
}
