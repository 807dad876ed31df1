package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values, one below the other. */
public class FactList extends DescriptionList {

    public FactList() {
        addClassName("ph-facts");
    }

    /** Adds a fact in words. */
    public FactList fact(String name, String value) {
        add(new Term(name), new Description(value));
        return this;
    }

    /** Adds a fact about something that has a page. */
    public FactList fact(Component name, Component value) {
        Term term = new Term();
        term.add(name);
        add(term, new Description(value));
        return this;
    }

    /** Adds a fact as a component. */
    public FactList fact(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }
}
