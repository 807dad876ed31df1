package io.pilothouse.topics.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.pilothouse.access.Person;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.manifests.Manifests;
import io.pilothouse.manifests.ObjectReference;
import io.pilothouse.manifests.ui.ManifestPanel;
import java.util.List;
import java.util.Optional;

/** The KafkaTopic resource of a topic as YAML; the first by name where several claim it. */
final class ManifestTab extends Div {

    private final ManifestPanel panel;
    private final EmptyState nothing = new EmptyState(
            "There is no KafkaTopic resource to show",
            "No KafkaTopic that you may see asks for this topic, so it is changed in Kafka itself.");

    ManifestTab(Manifests manifests, Person person) {
        panel = new ManifestPanel(manifests, person);
        add(nothing, panel);
    }

    void at(Location location) {
        panel.at(location);
    }

    void show(TopicViewModel.Shown shown) {
        Optional<ObjectReference> object = shown.resources().stream()
                .flatMap(List::stream)
                .map(TopicResource::resource)
                .map(resource -> ObjectReference.kafkaTopic(resource.namespace(), resource.name()))
                .findFirst();
        nothing.setVisible(object.isEmpty());
        panel.setVisible(object.isPresent());
        object.ifPresent(panel::show);
    }
}
