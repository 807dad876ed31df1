package io.pilothouse.services.ui;

import com.vaadin.flow.router.Location;
import io.pilothouse.access.Person;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.manifests.Manifests;
import io.pilothouse.manifests.ObjectReference;
import io.pilothouse.manifests.ui.ManifestPanel;

/** The object of a service as YAML. */
final class ManifestTab extends ServiceTab {

    private final ManifestPanel panel;

    private final ServiceActions actions;

    ManifestTab(Manifests manifests, Person person, ServiceActions actions) {
        this.actions = actions;
        panel = new ManifestPanel(manifests, person);
        add(panel);
    }

    @Override
    void at(Location location) {
        panel.at(location);
    }

    @Override
    void show(ServiceViewModel.Shown shown) {
        WorkloadId id = shown.service().id();
        panel.action(() -> actions.edit(id, "Edit"));
        panel.show(ObjectReference.of(id));
    }
}
