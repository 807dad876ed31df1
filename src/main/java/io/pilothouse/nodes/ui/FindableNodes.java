package io.pilothouse.nodes.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.Findable;
import io.pilothouse.access.ui.Found;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nodes. */
@Component
class FindableNodes implements Findable {

    @Override
    public Stream<Found> in(VisibleFleet fleet) {
        return fleet.nodes()
                .map(node -> new Found(
                        "Node",
                        node.name(),
                        node.zone().orElse(""),
                        Optional.of(node.health().state()),
                        FleetNavigation.node(node.name())));
    }
}
