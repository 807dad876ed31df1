package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.change.Change;
import io.pilothouse.change.Changes;
import io.pilothouse.change.ui.ActionButton;
import io.pilothouse.change.ui.ReviewDialog;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.RestartWorkload;
import io.pilothouse.services.ScaleWorkload;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What people can do to one service, as buttons. */
@SpringComponent
@UIScope
class ServiceActions {

    private final LiveFleet live;
    private final Changes changes;
    private final Permissions permissions;
    private final Clock clock;

    ServiceActions(LiveFleet live, Changes changes, Permissions permissions, Clock clock) {
        this.live = live;
        this.changes = changes;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Those that fit a service of this kind. */
    Component[] of(WorkloadId id) {
        List<Component> buttons = new ArrayList<>();
        if (ScaleWorkload.fits(id.kind())) {
            ActionButton scale = button("Scale", new ScaleWorkload(id, 0), () -> scale(id));
            scale.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(scale);
        }
        if (RestartWorkload.fits(id.kind())) {
            RestartWorkload restart = new RestartWorkload(id, clock.instant());
            buttons.add(button("Restart", restart, () -> restart(id)));
        }
        return buttons.toArray(Component[]::new);
    }

    private ActionButton button(String words, Change example, Runnable act) {
        return new ActionButton(words, permissions, live.person(), example.rights(), act);
    }

    private void scale(WorkloadId id) {
        Person person = live.person();
        ReviewDialog dialog = new ReviewDialog(changes, person, "Scale " + id.name());
        live.now(person).fleet().fleet().workload(id).ifPresent(service -> {
            ScaleForm form = new ScaleForm(
                    service,
                    live.now(person).fleet(),
                    replicas -> dialog.review(new ScaleWorkload(id, replicas), "Scale to " + replicas));
            dialog.form(form);
            dialog.open();
        });
    }

    private void restart(WorkloadId id) {
        ReviewDialog dialog = new ReviewDialog(changes, live.person(), "Restart " + id.name());
        dialog.open();
        dialog.review(new RestartWorkload(id, clock.instant()), "Restart");
    }
}
