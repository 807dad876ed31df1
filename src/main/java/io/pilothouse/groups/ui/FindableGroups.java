package io.pilothouse.groups.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.Findable;
import io.pilothouse.access.ui.Found;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Consumer groups of the Kafka clusters that a person may see. */
@Component
class FindableGroups implements Findable {

    @Override
    public Stream<Found> in(VisibleFleet fleet) {
        return fleet.clusters().stream()
                .flatMap(cluster -> cluster.groups().known().orElse(List.of()).stream())
                .map(FindableGroups::found);
    }

    private static Found found(ConsumerGroup group) {
        return new Found(
                "Consumer group",
                group.id().name(),
                group.id().cluster().name(),
                Optional.of(group.health().state()),
                FleetNavigation.group(group.id()));
    }
}
