package io.pilothouse.overview;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Workload;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is not healthy, worst first, and what began last first among equals. */
public final class Findings {

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(
                    (Finding finding) -> finding.health().state(), HealthState.WORST_FIRST)
            .thenComparing(finding -> finding.health().since().orElse(Instant.EPOCH), Comparator.reverseOrder())
            .thenComparing(Finding::title);

    private Findings() {}

    /**
     * @param namespace only of this namespace, if given
     */
    public static List<Finding> of(VisibleFleet fleet, Optional<String> namespace) {
        Stream<Finding> services = fleet.workloads()
                .filter(service -> !service.isKafkas())
                .filter(service -> inScope(service.id().namespace(), namespace))
                .map(Findings::service);
        Stream<Finding> clusters = fleet.clusters().stream()
                .filter(cluster -> inScope(cluster.id().namespace(), namespace))
                .flatMap(Findings::cluster);
        return Stream.concat(services, clusters)
                .filter(finding -> finding.health().state() != HealthState.HEALTHY)
                .sorted(WORST_FIRST)
                .toList();
    }

    private static boolean inScope(String namespace, Optional<String> wanted) {
        return wanted.map(namespace::equals).orElse(true);
    }

    private static Finding service(Workload service) {
        return new Finding(
                new Finding.Subject.OfService(service.id()), service.id().name(), service.health());
    }

    /** The cluster itself, and each broker that is in trouble of its own. */
    private static Stream<Finding> cluster(KafkaCluster cluster) {
        Finding whole = new Finding(
                new Finding.Subject.OfCluster(cluster.id()),
                "Kafka " + cluster.id().name(),
                cluster.health());
        Stream<Finding> brokers = cluster.brokers().stream()
                .filter(broker -> broker.health().state() == HealthState.FAILING)
                .map(broker -> broker(cluster, broker));
        return Stream.concat(Stream.of(whole), brokers);
    }

    private static Finding broker(KafkaCluster cluster, Broker broker) {
        return new Finding(
                new Finding.Subject.OfBroker(cluster.id(), broker.id()),
                "Broker " + broker.id() + " of " + cluster.id().name(),
                broker.health());
    }
}
