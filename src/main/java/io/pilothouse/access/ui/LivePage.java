package io.pilothouse.access.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import io.pilothouse.access.Person;

/** A page that follows the picture as long as it is attached. */
public abstract class LivePage extends Div {

    private final LiveFleet live;
    private final Person person;
    private Runnable end = () -> {};

    protected LivePage(LiveFleet live) {
        this.live = live;
        this.person = live.person();
        addClassName("ph-page");
    }

    /** Brings what is on the screen up to date with the picture. Called often, with the session's lock held: it must be quick. */
    protected abstract void show(LivePicture picture);

    /** Shows the picture now, because what the page shows of it has changed. */
    protected final void showNow() {
        show(live.now(person));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        end.run();
        end = live.follow(event.getUI(), person, this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        end.run();
        end = () -> {};
        super.onDetach(event);
    }
}
