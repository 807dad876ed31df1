package io.pilothouse.services.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;

/** A part of a service's page behind a tab of its own. */
@StyleSheet("list.css")
abstract class ServiceTab extends Div {

    /** The tab was opened or came back to at this address. */
    void at(Location location) {}

    /** Brings what is on the screen up to date; called only while the tab is open. */
    abstract void show(ServiceViewModel.Shown shown);
}
