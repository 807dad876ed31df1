package io.pilothouse.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which namespace people look at: all of those they may see, or one. The choice stands in the URL. */
class ScopeField extends Select<String> {

    static final String PARAMETER = "namespace";
    private static final String ALL = "";

    private Location location = new Location("");
    private SortedSet<String> offered = new TreeSet<>();

    ScopeField() {
        addClassName("ph-scope");
        setAriaLabel("Namespace");
        setItemLabelGenerator(namespace -> ALL.equals(namespace) ? "All namespaces" : namespace);
        setItems(ALL);
        setValue(ALL);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getValue());
            }
        });
    }

    void offer(SortedSet<String> namespaces) {
        TreeSet<String> all = new TreeSet<>(namespaces);
        all.add(chosen());
        if (!all.equals(offered)) {
            offered = all;
            refill();
        }
    }

    void navigatedTo(Location newLocation) {
        location = newLocation;
        offered.add(chosen());
        refill();
    }

    private void refill() {
        List<String> items = new ArrayList<>(offered);
        items.remove(ALL);
        items.addFirst(ALL);
        setItems(items);
        setValue(chosen());
    }

    private String chosen() {
        return location.getQueryParameters().getSingleParameter(PARAMETER).orElse(ALL);
    }

    private void choose(String namespace) {
        var parameters = location.getQueryParameters().excluding(PARAMETER);
        UI.getCurrent()
                .navigate(
                        location.getPath(),
                        ALL.equals(namespace) ? parameters : parameters.merging(PARAMETER, namespace));
    }
}
