package io.pilothouse.clusters.ui;

import io.pilothouse.clusters.Place;
import io.pilothouse.fleet.Broker;
import java.util.Comparator;
import java.util.List;

/**
 * A broker as a column of the placement.
 *
 * @param zone what stands above it
 */
record PlacementColumn(int broker, String zone) {

    /** Those that can hold replicas, zone by zone. */
    static List<PlacementColumn> of(List<Broker> brokers) {
        return brokers.stream()
                .filter(broker -> broker.roles().isEmpty() || broker.roles().contains(Broker.Role.BROKER))
                .map(broker -> new PlacementColumn(
                        broker.id(),
                        Place.ZONE.of(broker).map(PlacementWords::zone).orElse("Zone not known")))
                .sorted(Comparator.comparing(PlacementColumn::zone).thenComparing(PlacementColumn::broker))
                .toList();
    }
}
