package io.pilothouse.topics.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.Findable;
import io.pilothouse.access.ui.Found;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Topics of the Kafka clusters that a person may see. */
@Component
class FindableTopics implements Findable {

    @Override
    public Stream<Found> in(VisibleFleet fleet) {
        return fleet.clusters().stream()
                .flatMap(cluster -> cluster.topics().known().orElse(List.of()).stream())
                .map(FindableTopics::found);
    }

    private static Found found(Topic topic) {
        return new Found(
                "Topic",
                topic.id().name(),
                topic.id().cluster().name(),
                Optional.of(topic.health().state()),
                FleetNavigation.topic(topic.id()));
    }
}
