package io.pilothouse.topics.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.fleet.Topic;
import java.util.List;

/** The KafkaTopic resource that a topic is managed by, and whether the topic is what that asks for. */
final class ManagedTile extends Tile {

    ManagedTile(Topic topic, List<TopicResource> resources) {
        super("KafkaTopic");
        if (resources.isEmpty()) {
            add(new Paragraph("No KafkaTopic resource manages it, so it is changed in Kafka itself."));
        }
        if (resources.size() > 1) {
            add(new Paragraph("Several KafkaTopic resources claim it. Strimzi follows the oldest; leave one."));
        }
        resources.forEach(resource -> add(facts(topic, resource)));
    }

    private static FactList facts(Topic topic, TopicResource resource) {
        FactList facts = new FactList()
                .fact("Resource", resource.resource().name())
                .fact("Namespace", resource.resource().namespace())
                .fact("State", ManagedWords.state(resource));
        ManagedWords.differences(topic, resource).forEach(difference -> facts.fact("Differs", difference));
        return facts;
    }
}
