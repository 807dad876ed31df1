package io.pilothouse.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.PageTabs;
import org.jspecify.annotations.Nullable;

/** The page of one object: its head and tabs, or in their place why there is nothing to see. */
public abstract class ObjectPage extends LivePage implements AfterNavigationObserver {

    private final PageTabs tabs = new PageTabs();
    private final Div instead = new Div();
    private @Nullable PageHeader header;
    private @Nullable Object shownInstead;

    protected ObjectPage(LiveFleet live) {
        super(live);
        addClassName("ph-list-page");
    }

    /** Brings the tab that is open in line with the address. */
    protected abstract void opened(String tab, Location location);

    /** The tabs, to be filled once. */
    protected final PageTabs tabs() {
        return tabs;
    }

    /** Begins the page of another object. */
    protected final void begin(PageHeader newHeader) {
        header = newHeader;
        newHeader.offerActions(false);
        removeAll();
        add(newHeader, instead, tabs);
    }

    @Override
    public final void afterNavigation(AfterNavigationEvent event) {
        opened(tabs.at(event.getLocation()), event.getLocation());
        showNow();
    }

    /** Shows the tabs. */
    protected final void showTabs() {
        instead.setVisible(false);
        tabs.setVisible(true);
        shownInstead = null;
        if (header != null) {
            header.offerActions(true);
        }
    }

    /** Shows in place of all that a right is missing. */
    protected final void hide(Right missing) {
        showInstead(missing, new NotAllowed(missing));
    }

    /** Shows in place of all that nobody knows, and why. */
    protected final void unknown(Failure failure) {
        showInstead(failure.summary(), new EmptyState(failure.summary(), failure.meaning() + " " + failure.remedy()));
    }

    /** Shows in place of all that there is no such object. */
    protected final void missing(String what, Component... next) {
        showInstead(
                what,
                new EmptyState(
                        "There is no " + what,
                        "It may have been deleted, or the address is wrong. It appears here by itself when it is created.",
                        next));
    }

    private void showInstead(Object reason, Component component) {
        tabs.setVisible(false);
        instead.setVisible(true);
        if (!reason.equals(shownInstead)) {
            shownInstead = reason;
            instead.removeAll();
            instead.add(component);
            if (header != null) {
                header.beside();
                header.offerActions(false);
                header.answer(null);
            }
        }
    }
}
