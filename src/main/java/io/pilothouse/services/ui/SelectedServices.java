package io.pilothouse.services.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.change.Change;
import io.pilothouse.change.Changes;
import io.pilothouse.change.ui.ActionButton;
import io.pilothouse.change.ui.SeveralReviewDialog;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.PauseRollout;
import io.pilothouse.services.RestartWorkload;
import io.pilothouse.services.ResumeRollout;
import io.pilothouse.services.RolloutPause;
import io.pilothouse.services.ScaleWorkload;
import io.pilothouse.services.TemplateChange;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What people can do to several services at once; there only while some are selected. */
@StyleSheet("changes.css")
final class SelectedServices extends Div {

    private static final int MOST_REPLICAS = 10_000;

    private final Changes changes;
    private final Permissions permissions;
    private final Person person;
    private final Clock clock;
    private final Runnable letGo;
    private Set<WorkloadId> shown = Set.of();

    /** @param letGo called when people want none selected any more */
    SelectedServices(Changes changes, Permissions permissions, Person person, Clock clock, Runnable letGo) {
        this.changes = changes;
        this.permissions = permissions;
        this.person = person;
        this.clock = clock;
        this.letGo = letGo;
        addClassName("ph-selected");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", "What can be done to the selected services");
        setVisible(false);
    }

    void show(Collection<Workload> selected) {
        Set<WorkloadId> ids = selected.stream().map(Workload::id).collect(Collectors.toUnmodifiableSet());
        setVisible(!ids.isEmpty());
        if (ids.equals(shown)) {
            return;
        }
        shown = ids;
        removeAll();
        List<Workload> services = selected.stream()
                .sorted(Comparator.comparing(service -> service.id().toString()))
                .toList();
        Span count = new Span(services.size() + " selected");
        count.getElement().setAttribute("role", "status");
        Button none = new Button("Clear", _ -> letGo.run());
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(
                count,
                plain("Restart", services, TemplateChange::fits, id -> new RestartWorkload(id, clock.instant())),
                scale(services),
                plain("Pause rollout", services, RolloutPause::fits, PauseRollout::new),
                plain("Resume rollout", services, RolloutPause::fits, ResumeRollout::new),
                none);
    }

    /** For a change in which there is nothing to choose. */
    private ActionButton plain(
            String words, List<Workload> services, Predicate<WorkloadKind> fits, Function<WorkloadId, Change> change) {
        return button(words, services, fits, change, () -> {
            SeveralReviewDialog dialog = dialog(words, services);
            dialog.open();
            dialog.review(all(services, change), words);
        });
    }

    private ActionButton scale(List<Workload> services) {
        return button("Scale", services, ScaleWorkload::fits, id -> new ScaleWorkload(id, 0), () -> {
            SeveralReviewDialog dialog = dialog("Scale", services);
            IntegerField number = new IntegerField("Replicas of each");
            number.setMin(0);
            number.setMax(MOST_REPLICAS);
            number.setStepButtonsVisible(true);
            number.setWidth("160px");
            number.addValueChangeListener(chosen -> {
                if (chosen.getValue() != null && !number.isInvalid()) {
                    int replicas = chosen.getValue();
                    dialog.review(all(services, id -> new ScaleWorkload(id, replicas)), "Scale to " + replicas + ":");
                }
            });
            dialog.form(number);
            dialog.open();
            number.setValue(services.stream()
                    .mapToInt(service -> service.replicas().desired())
                    .max()
                    .orElse(1));
        });
    }

    private ActionButton button(
            String words,
            List<Workload> services,
            Predicate<WorkloadKind> fits,
            Function<WorkloadId, Change> example,
            Runnable act) {
        Optional<String> against = services.stream()
                .map(Workload::id)
                .filter(id -> !fits.test(id.kind()))
                .findFirst()
                .map(id -> id.name() + " is a " + id.kind().kind() + ", for which there is no " + words + ".");
        Set<Right> rights = against.isPresent()
                ? Set.of()
                : all(services, example).stream()
                        .flatMap(change -> change.rights().stream())
                        .collect(Collectors.toUnmodifiableSet());
        return new ActionButton(words, permissions, person, rights, act).unless(against);
    }

    private static List<Change> all(List<Workload> services, Function<WorkloadId, Change> change) {
        return services.stream().map(Workload::id).map(change).toList();
    }

    private SeveralReviewDialog dialog(String words, List<Workload> services) {
        return new SeveralReviewDialog(changes, person, words + ": " + services.size() + " services");
    }
}
