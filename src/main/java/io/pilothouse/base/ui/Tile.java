package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A bordered surface with a heading. */
public class Tile extends Div {

    public Tile(String title, Component... content) {
        addClassName("ph-card");
        add(new H2(title));
        add(content);
    }
}
