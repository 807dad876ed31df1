package io.pilothouse.groups.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.WorkloadId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A group in the list of groups.
 *
 * @param services the services that its members belong to, of those that the person may see, by name
 */
record ShownGroup(ConsumerGroup group, List<WorkloadId> services) {

    static ShownGroup of(ConsumerGroup group, VisibleFleet fleet) {
        return new ShownGroup(
                group,
                group.services().stream()
                        .filter(fleet::sees)
                        .sorted(Comparator.comparing(WorkloadId::name).thenComparing(WorkloadId::namespace))
                        .toList());
    }

    /** How far it is behind, if that is known. */
    Optional<Lag> lag() {
        return group.lag().known();
    }

    /** How old the first record is that it has yet to read, or the least that it can be; for order only. */
    Duration behind() {
        return lag().map(Lag::delay).map(Delay::atLeast).orElse(Duration.ZERO);
    }

    /** Namespaces that it has to do with: the cluster's, and those of its services. */
    Stream<String> namespaces() {
        return Stream.concat(
                        Stream.of(group.id().cluster().namespace()),
                        services.stream().map(WorkloadId::namespace))
                .distinct();
    }
}
