package io.pilothouse.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;

/** What people chose on a page, kept in its address: copy it, send it, go back to it. */
public final class UrlState {

    private Location location = new Location("");

    /** The page was opened or came back to at this address. */
    public void at(Location newLocation) {
        location = newLocation;
    }

    /** The value of a parameter; empty when it is absent or blank. */
    public Optional<String> get(String name) {
        return location.getQueryParameters().getSingleParameter(name).filter(value -> !value.isBlank());
    }

    /** Writes a parameter into the address without loading the page; a blank value takes it away. */
    public void put(String name, String value) {
        QueryParameters parameters = location.getQueryParameters();
        QueryParameters changed = value.isBlank() ? parameters.excluding(name) : parameters.merging(name, value);
        location = new Location(location.getPath(), changed);
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
    }
}
