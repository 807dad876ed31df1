package io.pilothouse.change.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.access.Person;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.base.ui.Push;
import io.pilothouse.change.ApplyAnswer;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Check;
import io.pilothouse.change.Preview;
import io.pilothouse.change.PreviewAnswer;
import io.pilothouse.change.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of several changes that are reviewed together: what it would do, and then how far it is. */
final class ReviewedChange extends Div {

    private final Changes changes;
    private final Person person;
    private final Change change;
    private final Runnable answered;
    private final String request = UUID.randomUUID().toString();
    private final Checkbox override = new Checkbox("Override");
    private @Nullable PreviewAnswer answer;

    /** How it stands. */
    enum Standing {
        BLOCKED("Blocked, left out unless overridden"),
        IMPOSSIBLE("Not possible, left out"),
        WARNED("With warnings"),
        FINE("Fine"),
        NOTHING("Nothing to change, left out");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** @param answered called whenever what is known of it has changed */
    ReviewedChange(Changes changes, Person person, Change change, Runnable answered) {
        this.changes = changes;
        this.person = person;
        this.change = change;
        this.answered = answered;
        addClassName("ph-reviewed");
        override.addValueChangeListener(_ -> answered.run());
        add(title(), new Span("is being looked at"));
    }

    /** Asks what it would do. */
    void ask() {
        UI ui = UI.getCurrent();
        changes.preview(person, change).thenAccept(found -> push(ui, () -> show(found)));
    }

    /** The id under which it is done and recorded. */
    String id() {
        return request;
    }

    /** Empty until that is known. */
    Optional<Standing> standing() {
        return Optional.ofNullable(answer).map(ReviewedChange::standing);
    }

    /** Whether it is to be done as things stand. */
    boolean included() {
        return standing()
                .filter(how -> how == Standing.WARNED
                        || how == Standing.FINE
                        || how == Standing.BLOCKED && override.getValue())
                .isPresent();
    }

    boolean overridden() {
        return included() && standing().filter(Standing.BLOCKED::equals).isPresent();
    }

    /** Does it, and shows how far it is. */
    void apply(String reason) {
        if (!(answer instanceof PreviewAnswer.Ready(Preview preview))) {
            return;
        }
        UI ui = UI.getCurrent();
        Optional<String> why = overridden() ? Optional.of(reason) : Optional.empty();
        changes.apply(person, new ChangeRequest(request, change, preview.basis(), why))
                .thenAccept(told -> push(ui, () -> show(told)));
        removeAll();
        add(title(), new Span("is being done"));
    }

    private void push(UI ui, Runnable shown) {
        Push.to(ui, shown::run);
    }

    private static Standing standing(PreviewAnswer found) {
        if (!(found instanceof PreviewAnswer.Ready(Preview preview))) {
            return Standing.IMPOSSIBLE;
        }
        if (preview.blocked()) {
            return Standing.BLOCKED;
        }
        if (preview.fields().isEmpty()) {
            return Standing.NOTHING;
        }
        return preview.checks().stream().anyMatch(check -> check.verdict() == Check.Verdict.WARN)
                ? Standing.WARNED
                : Standing.FINE;
    }

    private void show(PreviewAnswer found) {
        answer = found;
        removeAll();
        add(title());
        switch (found) {
            case PreviewAnswer.Ready ready -> show(ready.preview());
            case PreviewAnswer.Denied denied -> add(Review.denied(denied.missing()));
            case PreviewAnswer.Contested contested -> add(Review.contested(contested.conflicts()));
            case PreviewAnswer.Failed failed -> add(Notice.of(failed.failure()));
        }
        answered.run();
    }

    private void show(Preview preview) {
        if (preview.blocked()) {
            add(override);
        }
        List<Check> against = preview.checks().stream()
                .filter(check -> check.verdict() == Check.Verdict.WARN || check.blocks())
                .toList();
        if (!against.isEmpty()) {
            add(new CheckList(against));
        }
        String object = change.target().kind() + " " + change.target().namespace() + "/"
                + change.target().name();
        Details details = new Details(
                preview.checks().size() + " checks, what will change, command",
                new CheckList(preview.checks()),
                new DifferenceView(object, preview.fields()),
                new CommandLine(change.command()));
        add(details);
    }

    private void show(ApplyAnswer told) {
        removeAll();
        add(title());
        switch (told) {
            case ApplyAnswer.Applied applied ->
                add(
                        new ProgressPanel(changes, applied.id(), this::wayBack),
                        new Anchor(ChangesNavigation.details(applied.id()), "Its page in Changes"));
            case ApplyAnswer.Outdated _ ->
                add(new Span("It has changed since you looked at it; nothing was done. Look at it anew."));
            case ApplyAnswer.Denied denied -> add(Review.denied(denied.missing()));
            case ApplyAnswer.Blocked blocked -> add(new CheckList(blocked.checks()));
            case ApplyAnswer.Contested contested -> add(Review.contested(contested.conflicts()));
            case ApplyAnswer.Failed failed -> add(Notice.of(failed.failure()));
        }
        answered.run();
    }

    private Button wayBack(WayBack way) {
        return new Button(way.words(), _ -> ReviewDialog.open(changes, person, way));
    }

    private Span title() {
        Span title = new Span(change.title());
        title.addClassName("ph-reviewed-title");
        return title;
    }
}
