package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.pilothouse.access.Look;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.FieldChange;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.Revision;
import io.pilothouse.services.Rollout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Which revision a service goes back to, and how that differs from what it runs now. */
final class RollBackForm extends Div {

    private final Consumer<Rollout> chosen;
    private final Instant now;
    private final Div differences = new Div();

    /** @param chosen called with each revision that people choose, and once at the beginning where there is one */
    RollBackForm(Look<List<Rollout>> rollouts, Instant now, Consumer<Rollout> chosen) {
        this.chosen = chosen;
        this.now = now;
        switch (rollouts) {
            case Look.Seen<List<Rollout>> seen when seen.content().size() > 1 -> choice(seen.content());
            case Look.Hidden<List<Rollout>> hidden -> add(new NotAllowed(hidden.missing()));
            case Look.Seen<List<Rollout>> _, Look.Absent<List<Rollout>> _ ->
                add(new EmptyState(
                        "There is no earlier revision",
                        "Kubernetes keeps as many as revisionHistoryLimit says; this is the only one."));
        }
    }

    private void choice(List<Rollout> rollouts) {
        Rollout current = rollouts.getFirst();
        Select<Rollout> select = new Select<>();
        select.setLabel("Go back to");
        select.setWidthFull();
        select.setItems(rollouts.subList(1, rollouts.size()));
        select.setItemLabelGenerator(this::label);
        select.addValueChangeListener(change -> choose(current, change.getValue()));
        add(select, differences);
        select.setValue(rollouts.get(1));
    }

    private void choose(Rollout current, Rollout chosenRollout) {
        Revision from = current.revision();
        Revision to = chosenRollout.revision();
        List<FieldChange> changes = FieldChange.between(from.template(), to.template());
        differences.removeAll();
        differences.add(new H3("Side by side"));
        differences.add(
                changes.isEmpty()
                        ? new Paragraph("Its template is the same as the present one.")
                        : new FieldChangeTable(
                                "Revision " + from.number() + ", now", "Revision " + to.number(), changes));
        chosen.accept(chosenRollout);
    }

    /** "Revision 3 · image 1.4.6 · first rolled out 2 h ago". */
    private String label(Rollout rollout) {
        Revision revision = rollout.revision();
        String images = ServiceWords.image(revision.images()).text();
        return "Revision " + revision.number() + " · image " + images + " · first rolled out "
                + Formats.duration(Duration.between(revision.created(), now)) + " ago"
                + revision.changeCause().map(cause -> " · " + cause).orElse("");
    }
}
