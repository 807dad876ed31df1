package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tabs of a page. Each is a link of its own, for which one is open stands in the address as {@code ?tab=key}; the first one needs no
 * parameter. What people chose within one tab means nothing in another, and is left behind.
 */
public final class PageTabs extends Div {

    /** The parameter in the address. */
    public static final String PARAMETER = "tab";

    private final Map<String, Anchor> tabs = new LinkedHashMap<>();
    private final Map<String, Component> contents = new LinkedHashMap<>();
    private final Nav bar = new Nav();
    private final Div content = new Div();

    public PageTabs() {
        addClassName("ph-tabs");
        bar.addClassName("ph-tab-bar");
        bar.getElement().setAttribute("aria-label", "Parts of this page");
        content.addClassName("ph-tab-content");
        add(bar, content);
    }

    /** Adds a tab; the first one is open where the address names none. */
    public void add(String key, String title, Component of) {
        Anchor tab = new Anchor();
        tab.setText(title);
        tab.setRouterIgnore(false);
        tabs.put(key, tab);
        contents.put(key, of);
        bar.add(tab);
    }

    /** Changes the title of a tab. */
    public void rename(String key, String title) {
        Optional.ofNullable(tabs.get(key))
                .filter(tab -> !title.equals(tab.getText()))
                .ifPresent(tab -> tab.setText(title));
    }

    /** Opens the tab that the address names, and tells its key. */
    public String at(Location location) {
        String first = tabs.keySet().iterator().next();
        String key = location.getQueryParameters()
                .getSingleParameter(PARAMETER)
                .filter(tabs::containsKey)
                .orElse(first);
        tabs.forEach((each, tab) -> {
            QueryParameters parameters =
                    each.equals(first) ? QueryParameters.empty() : QueryParameters.of(PARAMETER, each);
            tab.setHref(new Location(location.getPath(), parameters).getPathWithQueryParameters());
            if (each.equals(key)) {
                tab.getElement().setAttribute("aria-current", "page");
            } else {
                tab.getElement().removeAttribute("aria-current");
            }
        });
        Optional.ofNullable(contents.get(key))
                .filter(chosen -> chosen.getParent().isEmpty())
                .ifPresent(chosen -> {
                    content.removeAll();
                    content.add(chosen);
                });
        return key;
    }
}
