package io.pilothouse.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from any thread to an open page. */
public final class Push {

    private static final Logger log = LoggerFactory.getLogger(Push.class);

    private Push() {}

    /** Does this with the session's lock held, soon, and sends what it changed; nothing for a page that is closed. Returns at once. */
    public static void to(UI ui, Command work) {
        try {
            ui.access(work);
        } catch (UIDetachedException e) {
            log.debug("A page was closed before it could be told", e);
        }
    }
}
