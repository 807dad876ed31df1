package io.pilothouse.change.ui;

import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.Progress;

/** What became of a change, in one word, shape and colour. */
final class OutcomeBadge extends Span {

    OutcomeBadge() {
        addClassName("ph-state");
    }

    void show(FollowedChange change) {
        for (HealthState state : HealthState.values()) {
            removeClassName("ph-" + StateBadge.slug(state));
        }
        addClassName("ph-" + StateBadge.slug(state(change)));
        setText(word(change));
    }

    /** The state whose shape and colour it has. */
    static HealthState state(FollowedChange change) {
        return switch (change.recorded().latest().stage()) {
            case REQUESTED -> HealthState.PROGRESSING;
            case APPLIED -> stuck(change) ? HealthState.DEGRADED : HealthState.PROGRESSING;
            case SETTLED -> HealthState.HEALTHY;
            case FAILED -> HealthState.FAILING;
            case SUPERSEDED, REFUSED -> HealthState.UNKNOWN;
        };
    }

    static String word(FollowedChange change) {
        return stuck(change) ? "Stuck" : change.recorded().latest().stage().word();
    }

    private static boolean stuck(FollowedChange change) {
        return change.progress().orElse(null) instanceof Progress.Underway underway && underway.stuck();
    }
}
