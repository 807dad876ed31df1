package io.pilothouse.change.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.access.Person;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.VisibleChanges;
import java.util.List;
import java.util.Optional;

/** The changes that are under way now, in few words, and the way to them; invisible while there are none. */
@StyleSheet("changes.css")
final class ChangesUnderWay extends Anchor {

    private final Changes changes;
    private final LiveFleet live;
    private final Person person;
    private final Span state = new Span();
    private final Span words = new Span();
    private Optional<List<FollowedChange>> shown = Optional.empty();

    ChangesUnderWay(Changes changes, LiveFleet live) {
        this.changes = changes;
        this.live = live;
        this.person = live.person();
        addClassName("ph-under-way");
        getElement().setAttribute("role", "status");
        words.addClassName("ph-under-way-words");
        add(state, words);
        ChangeFeed.follow(this, changes, this::show);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        show();
    }

    private void show() {
        VisibleFleet fleet = live.now(person).fleet();
        List<FollowedChange> now = changes.all().stream()
                .filter(change -> !change.recorded().ended())
                .filter(change -> VisibleChanges.sees(change, person, fleet))
                .toList();
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            setVisible(!now.isEmpty());
            now.stream().findFirst().ifPresent(newest -> show(newest, now));
        }
    }

    private void show(FollowedChange newest, List<FollowedChange> all) {
        boolean one = all.size() == 1;
        HealthState worst = all.stream()
                .map(OutcomeBadge::state)
                .min(HealthState.WORST_FIRST)
                .orElse(HealthState.PROGRESSING);
        String text = one ? newest.recorded().latest().title() : Formats.counted(all.size(), "change") + " under way";
        state.setText(String.valueOf(all.size()));
        state.setClassName("ph-state ph-" + StateBadge.slug(worst));
        words.setText(text);
        setTitle(one ? ChangeWords.state(newest) : text);
        setHref(one ? ChangesNavigation.details(newest.recorded().id()) : ChangesNavigation.list());
    }
}
