package io.pilothouse.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.base.ui.Push;
import io.pilothouse.change.Change;
import io.pilothouse.change.Changes;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.Preview;
import io.pilothouse.change.PreviewAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one change would do, asked anew whenever people choose something else. */
final class Review extends Div {

    private final Changes changes;
    private final Person person;
    private final Runnable answered;
    private Function<List<FieldConflict>, Component> conflicts = Review::contested;
    private @Nullable Change asked;
    private @Nullable PreviewAnswer answer;

    /** @param answered called whenever an answer has come or is waited for */
    Review(Changes changes, Person person, Runnable answered) {
        this.changes = changes;
        this.person = person;
        this.answered = answered;
        addClassName("ph-review");
        setVisible(false);
    }

    /** Asks what the change would do. An answer about another one that comes later is dropped. */
    void ask(Change change) {
        UI ui = UI.getCurrent();
        asked = change;
        answer = null;
        setVisible(true);
        setAriaBusy(true);
        answered.run();
        changes.preview(person, change).thenAccept(found -> push(ui, change, found));
    }

    /** How conflicts of field managers are shown. */
    void conflicts(Function<List<FieldConflict>, Component> shown) {
        conflicts = shown;
    }

    /** Shows nothing any more, and drops an answer that is still to come. */
    void withdraw() {
        asked = null;
        setAriaBusy(false);
        setVisible(false);
        instead();
        answered.run();
    }

    /** What it would do; empty while that is not known, or when it cannot be done. */
    Optional<Preview> preview() {
        return answer instanceof PreviewAnswer.Ready ready ? Optional.of(ready.preview()) : Optional.empty();
    }

    /** Shows in place of all why it was not done after all. */
    void instead(Component... why) {
        answer = null;
        removeAll();
        add(why);
    }

    private void push(UI ui, Change change, PreviewAnswer found) {
        Push.to(ui, () -> {
            if (change.equals(asked)) {
                show(found);
            }
        });
    }

    private void show(PreviewAnswer found) {
        answer = found;
        setAriaBusy(false);
        removeAll();
        switch (found) {
            case PreviewAnswer.Ready ready -> show(ready.preview());
            case PreviewAnswer.Denied denied -> add(denied(denied.missing()));
            case PreviewAnswer.Contested contested -> add(conflicts.apply(contested.conflicts()));
            case PreviewAnswer.Failed failed -> {
                add(refused(failed.failure()));
                if (!failed.checks().isEmpty()) {
                    add(new H3("Checks"), new CheckList(failed.checks()));
                }
            }
        }
        answered.run();
    }

    private void show(Preview preview) {
        var target = preview.change().target();
        String object = target.apiVersion() + " " + target.kind() + " " + target.namespace() + "/" + target.name();
        add(
                new H3("Checks"),
                new CheckList(preview.checks()),
                new H3("What will change"),
                new DifferenceView(object, preview.fields()),
                new H3("Command"),
                new CommandLine(preview.change().command()));
    }

    /** What is wrong with a change is in the server's own words, which are not to be searched for. */
    private static Notice refused(Failure failure) {
        if (failure.kind() != Failure.Kind.UNSUPPORTED || failure.detail().isBlank()) {
            return Notice.of(failure);
        }
        Paragraph words = new Paragraph(failure.detail());
        words.addClassNames("ph-mono", "ph-break");
        return Notice.of(HealthState.DEGRADED, failure.summary(), words, new Paragraph(failure.meaning()));
    }

    static Notice denied(List<Right> missing) {
        String rights = missing.stream().map(Right::inWords).collect(Collectors.joining("; "));
        return Notice.of(
                HealthState.DEGRADED, "You may not do this", new Paragraph("You lack the right to " + rights + "."));
    }

    /** Conflicts as they are shown here. */
    Component shown(List<FieldConflict> contested) {
        return conflicts.apply(contested);
    }

    static Notice contested(List<FieldConflict> conflicts) {
        Notice notice = Notice.of(
                HealthState.DEGRADED,
                "Others own fields that you would change",
                new Paragraph("They state what they want of them, and would put them back."));
        conflicts.forEach(conflict -> notice.add(new Paragraph(conflict.path() + ": " + conflict.manager())));
        return notice;
    }

    private void setAriaBusy(boolean busy) {
        getElement().setAttribute("aria-busy", String.valueOf(busy));
    }
}
