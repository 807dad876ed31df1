package io.pilothouse.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.pilothouse.access.Person;
import io.pilothouse.audit.Stage;
import io.pilothouse.change.Change;
import io.pilothouse.change.Changes;
import java.util.List;

/** Shows what several changes will do, has those confirmed that can be done, and then shows how far each is. Each is a change of its own. */
@StyleSheet("changes.css")
public final class SeveralReviewDialog extends Dialog {

    private final Changes changes;
    private final Person person;
    private final Div form = new Div();
    private final Paragraph summary = new Paragraph();
    private final Div lines = new Div();
    private final TextField reason = new TextField("Reason for overriding, recorded");
    private final Button confirm = new Button();
    private final Button cancel = new Button("Cancel", _ -> close());
    private List<ReviewedChange> reviewed = List.of();
    private List<ReviewedChange> applied = List.of();
    private String verb = "";

    /** @param title what people are about to do */
    public SeveralReviewDialog(Changes changes, Person person, String title) {
        this.changes = changes;
        this.person = person;
        setHeaderTitle(title);
        addClassName("ph-review-dialog");
        setWidth("760px");
        setMaxWidth("calc(100vw - 24px)");
        form.addClassName("ph-review-form");
        lines.addClassNames("ph-review", "ph-several");
        summary.getElement().setAttribute("role", "status");
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(_ -> showButtons());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(_ -> apply());
        add(form, summary, lines, reason);
        Span as = new Span("As " + person.name() + " · recorded in Changes");
        as.addClassNames("ph-dim", "ph-review-as");
        getFooter().add(as, cancel, confirm);
        ChangeFeed.follow(this, changes, this::show);
        showButtons();
    }

    /** Shows the fields in which people choose. */
    public void form(Component... fields) {
        form.removeAll();
        form.add(fields);
    }

    /**
     * Asks what each of these changes would do.
     *
     * @param button what the button says before how many it does: {@code Restart}
     */
    public void review(List<Change> asked, String button) {
        verb = button;
        reviewed = asked.stream()
                .map(change -> new ReviewedChange(changes, person, change, this::show))
                .toList();
        lines.removeAll();
        reviewed.forEach(lines::add);
        reviewed.forEach(ReviewedChange::ask);
        show();
    }

    private void show() {
        boolean known = !reviewed.isEmpty()
                && reviewed.stream().allMatch(line -> line.standing().isPresent());
        if (applied.isEmpty()) {
            summary.setText(known ? "" : "What each would do is being asked.");
            if (known) {
                group();
            }
        } else {
            long settled = applied.stream().filter(this::settled).count();
            summary.setText(settled + " of " + applied.size() + " settled");
        }
        summary.setVisible(!summary.getText().isEmpty());
        showButtons();
    }

    /** What stands against them first. */
    private void group() {
        lines.removeAll();
        for (ReviewedChange.Standing standing : ReviewedChange.Standing.values()) {
            List<ReviewedChange> alike = reviewed.stream()
                    .filter(line -> line.standing().filter(standing::equals).isPresent())
                    .toList();
            if (!alike.isEmpty()) {
                lines.add(new H3(standing.words() + " (" + alike.size() + ")"));
                alike.forEach(lines::add);
            }
        }
    }

    private boolean settled(ReviewedChange line) {
        return changes.change(line.id())
                .filter(change -> change.recorded().latest().stage() == Stage.SETTLED)
                .isPresent();
    }

    private void showButtons() {
        boolean known = reviewed.stream().allMatch(line -> line.standing().isPresent());
        long included = reviewed.stream().filter(ReviewedChange::included).count();
        boolean overrides = reviewed.stream().anyMatch(ReviewedChange::overridden);
        boolean begun = !applied.isEmpty();
        reason.setVisible(overrides && !begun);
        confirm.setVisible(!verb.isEmpty() && !begun);
        confirm.setText(verb + " " + included + " of " + reviewed.size());
        confirm.setEnabled(
                known && included > 0 && !(overrides && reason.getValue().isBlank()));
    }

    private void apply() {
        applied = reviewed.stream().filter(ReviewedChange::included).toList();
        form.setVisible(false);
        lines.removeAll();
        applied.forEach(lines::add);
        applied.forEach(line -> line.apply(reason.getValue().strip()));
        cancel.setText("Close");
        show();
    }
}
