package io.pilothouse.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.pilothouse.access.Person;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.base.ui.Push;
import io.pilothouse.change.ApplyAnswer;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Check;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.Preview;
import io.pilothouse.change.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows what a change will do, has it confirmed, and then shows how far it is. */
@StyleSheet("changes.css")
public final class ReviewDialog extends Dialog {

    private final Changes changes;
    private final Person person;
    private final Review review;
    private final Div form = new Div();
    private final TextField reason = new TextField("Reason, recorded");
    private final Button confirm = new Button();
    private final Button cancel = new Button("Cancel", _ -> close());
    private Consumer<Preview> previewed = _ -> {};
    private String verb = "";
    private String request = "";

    /** @param title what people are about to do */
    public ReviewDialog(Changes changes, Person person, String title) {
        this.changes = changes;
        this.person = person;
        this.review = new Review(changes, person, this::answered);
        setHeaderTitle(title);
        addClassName("ph-review-dialog");
        setWidth("760px");
        setMaxWidth("calc(100vw - 24px)");
        form.addClassName("ph-review-form");
        reason.setVisible(false);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(_ -> showButtons());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(_ -> apply());
        add(form, review, reason);
        Span as = new Span("As " + person.name() + " · recorded in Changes");
        as.addClassNames("ph-dim", "ph-review-as");
        getFooter().add(as, cancel, confirm);
        showButtons();
    }

    /** Shows the fields in which people choose. */
    public void form(Component... fields) {
        form.removeAll();
        form.add(fields);
    }

    /**
     * Asks what this change would do.
     *
     * @param button the words on the button that does it: {@code Scale to 6}
     */
    public void review(Change change, String button) {
        review(_ -> change, button);
    }

    /**
     * The same for a change that is made of its own id.
     *
     * @param change makes it of the id
     */
    public void review(Function<UUID, Change> change, String button) {
        UUID id = UUID.randomUUID();
        verb = button;
        request = id.toString();
        review.ask(change.apply(id));
    }

    /** Takes back what is asked: what people have chosen makes no change. */
    public void withdraw() {
        review.withdraw();
    }

    /** Has conflicts of field managers shown in this way. */
    public void conflicts(Function<List<FieldConflict>, Component> shown) {
        review.conflicts(shown);
    }

    /** Calls the listener with each preview that is shown. */
    public void previewed(Consumer<Preview> listener) {
        previewed = listener;
    }

    private void answered() {
        review.preview().ifPresent(previewed);
        showButtons();
    }

    private void showButtons() {
        Optional<Preview> preview = review.preview();
        boolean blocked = preview.filter(Preview::blocked).isPresent();
        boolean warned = preview.stream()
                .flatMap(found -> found.checks().stream())
                .anyMatch(check -> check.verdict() == Check.Verdict.WARN);
        boolean nothing = preview.filter(found -> found.fields().isEmpty()).isPresent();
        reason.setVisible(blocked);
        confirm.setVisible(!verb.isEmpty());
        confirm.setText(blocked ? "Override, and " + decapitalized(verb) : warned ? verb + " all the same" : verb);
        confirm.setEnabled(preview.isPresent()
                && !nothing
                && !(blocked && reason.getValue().isBlank()));
    }

    private void apply() {
        Preview preview = review.preview().orElseThrow();
        Optional<String> why = preview.blocked() ? Optional.of(reason.getValue().strip()) : Optional.empty();
        UI ui = UI.getCurrent();
        form.setEnabled(false);
        changes.apply(person, new ChangeRequest(request, preview.change(), preview.basis(), why))
                .thenAccept(answer -> push(ui, preview.change(), answer));
    }

    private void push(UI ui, Change change, ApplyAnswer answer) {
        Push.to(ui, () -> show(change, answer));
    }

    private void show(Change change, ApplyAnswer answer) {
        switch (answer) {
            case ApplyAnswer.Applied applied -> showProgress(change, applied.id());
            case ApplyAnswer.Outdated outdated -> {
                review.instead(
                        Notice.of(
                                HealthState.DEGRADED,
                                "It has changed since you looked at it; nothing was done",
                                new Paragraph("This is what others changed meanwhile. Look at your change anew."),
                                new DifferenceView(
                                        change.target().kind() + " "
                                                + change.target().name(),
                                        outdated.since())),
                        new Button("Review again", _ -> review(change, verb)));
                form.setEnabled(true);
            }
            case ApplyAnswer.Denied denied -> review.instead(Review.denied(denied.missing()));
            case ApplyAnswer.Blocked blocked -> review.instead(new CheckList(blocked.checks()));
            case ApplyAnswer.Contested contested -> {
                review.instead(review.shown(contested.conflicts()));
                form.setEnabled(true);
            }
            case ApplyAnswer.Failed failed -> review.instead(Notice.of(failed.failure()));
        }
        showButtons();
    }

    private void showProgress(Change change, String id) {
        form.setVisible(false);
        Anchor page = new Anchor(ChangesNavigation.details(id), "Its page in Changes");
        review.instead(new Paragraph(change.title()), new ProgressPanel(changes, id, this::wayBack), page);
        reason.setVisible(false);
        verb = "";
        cancel.setText("Close");
    }

    private Button wayBack(WayBack way) {
        return new Button(way.words(), _ -> {
            close();
            open(changes, person, way);
        });
    }

    /** Opens one for a change that takes another back. */
    static void open(Changes changes, Person person, WayBack way) {
        ReviewDialog dialog = new ReviewDialog(changes, person, way.change().title());
        dialog.open();
        dialog.review(way.change(), way.words());
    }

    private static String decapitalized(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
