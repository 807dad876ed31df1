package io.pilothouse.access.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.pilothouse.access.CurrentPerson;
import io.pilothouse.access.Person;
import io.pilothouse.access.Sight;
import io.pilothouse.access.Sights;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Push;
import io.pilothouse.fleet.FleetStore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The one way for a view to follow the picture: as its person may see it, at most as often as it changes, one push a change, and not at all
 * while the page is hidden or its connection is down.
 */
@Component
public class LiveFleet {

    private final FleetStore store;
    private final Sights sights;
    private final CurrentPerson currentPerson;

    LiveFleet(FleetStore store, Sights sights, CurrentPerson currentPerson) {
        this.store = store;
        this.sights = sights;
        this.currentPerson = currentPerson;
    }

    /** Says whether people can see the page of this user interface now. */
    public static void visible(UI ui, boolean visible) {
        ComponentUtil.setData(ui, PageHidden.class, visible ? null : new PageHidden());
    }

    /** Who looks. To be called on a thread of the user interface. */
    public Person person() {
        return currentPerson.get();
    }

    /** The picture now. Waits for nothing. */
    public LivePicture now(Person person) {
        Observed<Sight> sight = sights.of(person);
        return new LivePicture(new VisibleFleet(store.current(), sight.known().orElse(Sight.NOTHING)), sight);
    }

    /**
     * Shows the picture now, and each one that follows, with the session's lock held.
     *
     * @return ends it
     */
    public Runnable follow(UI ui, Person person, Consumer<LivePicture> show) {
        AtomicBoolean waiting = new AtomicBoolean();
        Runnable push = () -> {
            if (waiting.compareAndSet(false, true)) {
                push(ui, person, show, waiting);
            }
        };
        Runnable endOfFleet = store.subscribe(_ -> push.run());
        Runnable endOfSights = sights.subscribe(person, push);
        show.accept(now(person));
        return () -> {
            endOfFleet.run();
            endOfSights.run();
        };
    }

    private void push(UI ui, Person person, Consumer<LivePicture> show, AtomicBoolean waiting) {
        Push.to(ui, () -> {
            waiting.set(false);
            if (watched(ui)) {
                show.accept(now(person));
            }
        });
    }

    /** Whether people can see the page of this user interface now: it is in front, and its connection is up. */
    public static boolean watched(UI ui) {
        var connection = ui.getInternals().getPushConnection();
        boolean connected = connection == null || connection.isConnected();
        return connected && ComponentUtil.getData(ui, PageHidden.class) == null;
    }

    /** Marks a user interface whose page is in the background. */
    private static final class PageHidden {}
}
