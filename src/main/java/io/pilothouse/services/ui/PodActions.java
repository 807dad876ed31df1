package io.pilothouse.services.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.change.Changes;
import io.pilothouse.change.ui.ActionButton;
import io.pilothouse.change.ui.ReviewDialog;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.DeletePod;
import io.pilothouse.services.EvictPod;
import io.pilothouse.services.PodRemoval;
import java.util.List;

/** What people can do to one pod of a service, as buttons. */
@SpringComponent
@UIScope
class PodActions {

    private final LiveFleet live;
    private final Changes changes;
    private final Permissions permissions;

    PodActions(LiveFleet live, Changes changes, Permissions permissions) {
        this.live = live;
        this.changes = changes;
        this.permissions = permissions;
    }

    List<ActionButton> of(WorkloadId service, Pod pod) {
        return List.of(
                button("Evict pod", new EvictPod(service, pod.name(), pod.uid())),
                button("Delete pod", new DeletePod(service, pod.name(), pod.uid())));
    }

    private ActionButton button(String words, PodRemoval removal) {
        return new ActionButton(words, permissions, live.person(), removal.rights(), () -> {
            ReviewDialog dialog = new ReviewDialog(changes, live.person(), removal.title());
            dialog.open();
            dialog.review(removal, words);
        });
    }
}
