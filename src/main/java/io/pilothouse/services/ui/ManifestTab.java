package io.pilothouse.services.ui;

import com.vaadin.flow.router.Location;
import io.pilothouse.access.Person;
import io.pilothouse.manifests.Manifests;
import io.pilothouse.manifests.ObjectReference;
import io.pilothouse.manifests.ui.ManifestPanel;

/** The object of a service as YAML. */
final class ManifestTab extends ServiceTab {

    private final ManifestPanel panel;

    ManifestTab(Manifests manifests, Person person) {
        panel = new ManifestPanel(manifests, person);
        add(panel);
    }

    @Override
    void at(Location location) {
        panel.at(location);
    }

    @Override
    void show(ServiceViewModel.Shown shown) {
        panel.show(ObjectReference.of(shown.service().id()));
    }
}
