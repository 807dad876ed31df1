package io.pilothouse.access.ui;

import com.vaadin.flow.component.Component;

/** What a feature has to say in the header of every page. */
public interface HeaderPart {

    /** A new one for a page, which keeps itself up to date as long as it is attached, and is invisible while there is nothing to say. */
    Component create();
}
