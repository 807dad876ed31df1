package io.pilothouse.clusters.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.Findable;
import io.pilothouse.access.ui.Found;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Kafka clusters and their brokers. */
@Component
class FindableClusters implements Findable {

    @Override
    public Stream<Found> in(VisibleFleet fleet) {
        return fleet.clusters().stream()
                .flatMap(cluster -> Stream.concat(
                        Stream.of(found(cluster)), cluster.brokers().stream().map(broker -> found(cluster, broker))));
    }

    private static Found found(KafkaCluster cluster) {
        return new Found(
                "Kafka cluster",
                cluster.id().name(),
                cluster.id().namespace(),
                Optional.of(cluster.health().state()),
                ClustersNavigation.details(cluster.id()));
    }

    private static Found found(KafkaCluster cluster, Broker broker) {
        return new Found(
                "Broker",
                cluster.id().name() + " broker " + broker.id(),
                cluster.id().namespace(),
                Optional.of(broker.health().state()),
                ClustersNavigation.broker(cluster.id(), broker.id()));
    }
}
