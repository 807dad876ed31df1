package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tabs of a page. Which one is open stands in the address as {@code ?tab=key}; the first one needs no parameter. */
public final class PageTabs extends Div {

    /** The parameter in the address. */
    public static final String PARAMETER = "tab";

    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Map<String, Component> contents = new LinkedHashMap<>();
    private final Tabs bar = new Tabs();
    private final Div content = new Div();
    private Location location = new Location("");

    public PageTabs() {
        addClassName("ph-tabs");
        content.addClassName("ph-tab-content");
        bar.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                keyOf(bar.getSelectedTab()).ifPresent(this::go);
            }
        });
        add(bar, content);
    }

    /** Adds a tab; the first one is open where the address names none. */
    public void add(String key, String title, Component of) {
        Tab tab = new Tab(title);
        tabs.put(key, tab);
        contents.put(key, of);
        bar.add(tab);
    }

    /** Changes the title of a tab. */
    public void rename(String key, String title) {
        Optional.ofNullable(tabs.get(key))
                .filter(tab -> !title.equals(tab.getLabel()))
                .ifPresent(tab -> tab.setLabel(title));
    }

    /** Opens the tab that the address names, and tells its key. */
    public String at(Location newLocation) {
        location = newLocation;
        String first = tabs.keySet().iterator().next();
        String key = newLocation
                .getQueryParameters()
                .getSingleParameter(PARAMETER)
                .filter(tabs::containsKey)
                .orElse(first);
        bar.setSelectedTab(tabs.get(key));
        Optional.ofNullable(contents.get(key))
                .filter(chosen -> chosen.getParent().isEmpty())
                .ifPresent(chosen -> {
                    content.removeAll();
                    content.add(chosen);
                });
        return key;
    }

    /** What people chose within one tab means nothing in another. */
    private void go(String key) {
        boolean first = key.equals(tabs.keySet().iterator().next());
        UI.getCurrent()
                .navigate(location.getPath(), first ? QueryParameters.empty() : QueryParameters.of(PARAMETER, key));
    }

    private Optional<String> keyOf(Tab tab) {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue() == tab)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
