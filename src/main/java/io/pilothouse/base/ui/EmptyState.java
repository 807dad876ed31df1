package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where there is nothing to show: why that is so, and what to do. */
public class EmptyState extends Div {

    public EmptyState(String title, String explanation, Component... next) {
        addClassName("ph-empty");
        add(new H2(title), new Paragraph(explanation));
        add(next);
    }
}
