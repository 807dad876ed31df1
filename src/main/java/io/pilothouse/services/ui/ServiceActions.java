package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.Right;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.change.Change;
import io.pilothouse.change.Changes;
import io.pilothouse.change.ui.ActionButton;
import io.pilothouse.change.ui.ActionMenu;
import io.pilothouse.change.ui.ReviewDialog;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.manifests.Manifests;
import io.pilothouse.metrics.Histories;
import io.pilothouse.services.ChangeImage;
import io.pilothouse.services.ChangeResources;
import io.pilothouse.services.ChangeResources.Amounts;
import io.pilothouse.services.EditManifest;
import io.pilothouse.services.PauseRollout;
import io.pilothouse.services.RestartWorkload;
import io.pilothouse.services.ResumeRollout;
import io.pilothouse.services.RollBackWorkload;
import io.pilothouse.services.Rollout;
import io.pilothouse.services.RolloutPause;
import io.pilothouse.services.RunCronJob;
import io.pilothouse.services.ScaleWorkload;
import io.pilothouse.services.SuspendCronJob;
import io.pilothouse.services.TemplateChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people can do to one service, as buttons. */
@SpringComponent
@UIScope
class ServiceActions {

    /** In an address: which of them is to be open. */
    static final String OPEN = "action";

    static final String AUTOSCALING = "autoscaling";

    private final LiveFleet live;
    private final Changes changes;
    private final Permissions permissions;
    private final Histories histories;
    private final Manifests manifests;
    private final Clock clock;

    ServiceActions(
            LiveFleet live,
            Changes changes,
            Permissions permissions,
            Histories histories,
            Manifests manifests,
            Clock clock) {
        this.live = live;
        this.changes = changes;
        this.permissions = permissions;
        this.histories = histories;
        this.manifests = manifests;
        this.clock = clock;
    }

    /** Those that fit a service of this kind. */
    Component[] of(WorkloadId id) {
        List<Component> buttons = new ArrayList<>(often(id));
        if (EditManifest.fits(id.kind())) {
            buttons.add(new ActionMenu(() -> more(id)));
        }
        return buttons.toArray(Component[]::new);
    }

    /** All of them, for a row's menu. */
    List<ActionButton> inMenu(WorkloadId id) {
        List<ActionButton> buttons = new ArrayList<>(often(id));
        buttons.forEach(button -> button.removeThemeVariants(ButtonVariant.LUMO_PRIMARY));
        buttons.addAll(more(id));
        return buttons;
    }

    private List<ActionButton> often(WorkloadId id) {
        List<ActionButton> buttons = new ArrayList<>();
        if (ScaleWorkload.fits(id.kind())) {
            ActionButton scale = button("Scale", new ScaleWorkload(id, 0), () -> scale(id));
            scale.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(scale);
        }
        if (TemplateChange.fits(id.kind())) {
            RestartWorkload restart = new RestartWorkload(id, clock.instant());
            buttons.add(button("Restart", restart, () -> restart(id)));
            buttons.add(button("Roll back", new RollBackWorkload(id, 0, ""), () -> rollBack(id)));
            ChangeResources resources = new ChangeResources(id, "", Amounts.NONE, Amounts.NONE);
            buttons.add(button("Change resources", resources, () -> changeResources(id)));
        }
        if (SuspendCronJob.fits(id.kind())) {
            buttons.add(button("Run now", new RunCronJob(id, id.name()), () -> runNow(id)));
            buttons.add(plain("Suspend", new SuspendCronJob(id, true)));
            buttons.add(plain("Resume", new SuspendCronJob(id, false)));
        }
        return buttons;
    }

    /** Those that are asked for more rarely; of two that undo each other, the one that applies now. */
    private List<ActionButton> more(WorkloadId id) {
        List<ActionButton> buttons = new ArrayList<>();
        if (TemplateChange.fits(id.kind())) {
            buttons.add(button("Change image", new ChangeImage(id, "", ""), () -> changeImage(id)));
        }
        if (ScaleWorkload.fits(id.kind())) {
            buttons.add(new ActionButton(
                    "Edit autoscaling", permissions, live.person(), autoscalingRights(id), () -> autoscaling(id)));
        }
        if (RolloutPause.fits(id.kind())) {
            boolean paused =
                    service(id).filter(service -> service.rollout().paused()).isPresent();
            buttons.add(
                    paused
                            ? plain("Resume rollout", new ResumeRollout(id))
                            : plain("Pause rollout", new PauseRollout(id)));
        }
        edit(id, "Edit YAML…").ifPresent(buttons::add);
        return buttons;
    }

    /** The one that opens the editor, where the object can be edited. */
    Optional<ActionButton> edit(WorkloadId id, String words) {
        EditManifest example = new EditManifest(id, Map.of(), Optional.empty(), Set.of());
        return Optional.of(button(words, example, () -> editManifest(id))).filter(_ -> EditManifest.fits(id.kind()));
    }

    private void editManifest(WorkloadId id) {
        ReviewDialog dialog = dialog("Edit YAML of " + id.name());
        dialog.setWidth("940px");
        dialog.form(new EditForm(id, manifests, live.person(), dialog));
        dialog.open();
    }

    private ActionButton button(String words, Change example, Runnable act) {
        return new ActionButton(words, permissions, live.person(), example.rights(), act);
    }

    /** For a change in which there is nothing to choose. */
    private ActionButton plain(String words, Change change) {
        return button(words, change, () -> {
            ReviewDialog dialog = dialog(change.title());
            dialog.open();
            dialog.review(change, words);
        });
    }

    private void scale(WorkloadId id) {
        ReviewDialog dialog = dialog("Scale " + id.name());
        service(id).ifPresent(service -> {
            ScaleForm form = new ScaleForm(
                    service,
                    fleet(),
                    replicas -> dialog.review(new ScaleWorkload(id, replicas), "Scale to " + replicas));
            dialog.form(form);
            dialog.open();
        });
    }

    private void restart(WorkloadId id) {
        ReviewDialog dialog = dialog("Restart " + id.name());
        dialog.open();
        dialog.review(new RestartWorkload(id, clock.instant()), "Restart");
    }

    private void runNow(WorkloadId id) {
        ReviewDialog dialog = dialog("Run " + id.name() + " now");
        dialog.open();
        dialog.review(change -> RunCronJob.of(id, change), "Run now");
    }

    private void rollBack(WorkloadId id) {
        ReviewDialog dialog = dialog("Roll back " + id.name());
        service(id).ifPresent(service -> {
            dialog.form(new RollBackForm(
                    Rollout.of(service, fleet()),
                    clock.instant(),
                    rollout -> dialog.review(
                            new RollBackWorkload(
                                    id,
                                    rollout.revision().number(),
                                    rollout.revision().name()),
                            "Roll back to revision " + rollout.revision().number())));
            dialog.open();
        });
    }

    private void changeImage(WorkloadId id) {
        ReviewDialog dialog = dialog("Change image of " + id.name());
        service(id).ifPresent(service -> {
            dialog.form(new ImageForm(service, change -> dialog.review(change, "Change image")));
            dialog.open();
        });
    }

    /** Opens the one that an address names. */
    void open(WorkloadId id, String action) {
        if (action.equals(AUTOSCALING) && ScaleWorkload.fits(id.kind())) {
            autoscaling(id);
        }
    }

    private Set<Right> autoscalingRights(WorkloadId id) {
        return service(id)
                .map(service -> AutoscalingForm.first(service).rights())
                .orElse(Set.of());
    }

    private void autoscaling(WorkloadId id) {
        ReviewDialog dialog = dialog("Edit autoscaling of " + id.name());
        service(id).ifPresent(service -> {
            dialog.form(new AutoscalingForm(service, dialog::review));
            dialog.open();
        });
    }

    private void changeResources(WorkloadId id) {
        ReviewDialog dialog = dialog("Change resources of " + id.name());
        service(id).ifPresent(service -> {
            UsedBeside used = new UsedBeside(service, fleet().fleet(), histories);
            dialog.form(new ResourcesForm(
                    service, used.cpu(), used.memory(), change -> dialog.review(change, "Change resources")));
            dialog.open();
        });
    }

    private ReviewDialog dialog(String title) {
        return new ReviewDialog(changes, live.person(), title);
    }

    private Optional<Workload> service(WorkloadId id) {
        return fleet().fleet().workload(id);
    }

    private VisibleFleet fleet() {
        return live.now(live.person()).fleet();
    }
}
