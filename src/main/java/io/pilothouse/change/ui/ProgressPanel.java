package io.pilothouse.change.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.di.Instantiator;
import io.pilothouse.audit.Stage;
import io.pilothouse.base.HealthState;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.Progress;
import io.pilothouse.change.WayBack;
import java.util.Optional;
import java.util.function.Function;

/** How far a change is, live: what is done, what it waits for, how it ended. */
final class ProgressPanel extends Div {

    private final Changes changes;
    private final String id;
    private final OutcomeBadge badge = new OutcomeBadge();
    private final Paragraph words = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Span waitsFor = new Span();
    private final Div way = new Div();
    private final Div evidence = new Div();
    private final Function<WayBack, Button> wayButton;
    private Optional<WayBack> wayBack = Optional.empty();

    /**
     * @param id of the change
     * @param wayButton makes the button that takes it back
     */
    ProgressPanel(Changes changes, String id, Function<WayBack, Button> wayButton) {
        this.changes = changes;
        this.id = id;
        this.wayButton = wayButton;
        addClassName("ph-progress");
        getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "Progress");
        waitsFor.addClassNames("ph-dim", "ph-break");
        add(new Div(badge, words), bar, waitsFor, way, evidence);
        ChangeFeed.follow(this, changes, this::show);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        show();
    }

    private void show() {
        changes.change(id).ifPresent(this::show);
    }

    private void show(Optional<WayBack> now) {
        if (!now.equals(wayBack)) {
            wayBack = now;
            way.removeAll();
            now.map(wayButton).ifPresent(way::add);
        }
    }

    /** Once something goes wrong it stays, so that nobody who reads it loses it. */
    private void explain(FollowedChange change) {
        HealthState state = OutcomeBadge.state(change);
        boolean wrong = state == HealthState.DEGRADED || state == HealthState.FAILING;
        if (wrong && evidence.getComponentCount() == 0) {
            getUI().map(Instantiator::get)
                    .map(instantiator -> instantiator.getOrCreate(EvidenceOf.class))
                    .ifPresent(found ->
                            evidence.add(found.object(change.recorded().latest().object())));
        }
    }

    private void show(FollowedChange change) {
        show(changes.wayBack(id));
        explain(change);
        Stage stage = change.recorded().latest().stage();
        badge.show(change);
        bar.setVisible(!stage.isEnd());
        bar.setIndeterminate(change.progress().isEmpty());
        waitsFor.setText("");
        words.setText(ChangeWords.state(change));
        if (change.progress().orElse(null) instanceof Progress.Underway underway) {
            bar.setIndeterminate(false);
            bar.setMax(underway.total());
            bar.setValue(Math.min(underway.done(), underway.total()));
            waitsFor.setText(
                    underway.waitsFor().map(what -> "Waits for: " + what).orElse(""));
        }
    }
}
