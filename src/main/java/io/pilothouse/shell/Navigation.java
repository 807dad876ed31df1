package io.pilothouse.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.List;

/** The map of the console: what each view's {@code @Menu} says, grouped by the tens of its order. */
class Navigation extends Div {

    private static final double GROUP = 10;
    private static final List<String> GROUPS = List.of("Watch", "Run", "Govern");

    private final List<SideNavItem> items = new ArrayList<>();

    Navigation() {
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        for (int group = 0; group < GROUPS.size(); group++) {
            int number = group;
            add(
                    GROUPS.get(group),
                    entries.stream().filter(entry -> group(entry) == number).toList());
        }
    }

    /** Keeps the chosen namespace when people go to another page. */
    void carry(QueryParameters parameters) {
        QueryParameters carried = parameters.including(ScopeField.PARAMETER);
        items.forEach(item -> item.setQueryParameters(carried));
    }

    private void add(String title, List<MenuEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        SideNav nav = new SideNav(title);
        for (MenuEntry entry : entries) {
            SideNavItem item = new SideNavItem(entry.title(), entry.path());
            item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
            items.add(item);
            nav.addItem(item);
        }
        add(nav);
    }

    private static int group(MenuEntry entry) {
        return (int) (entry.order().doubleValue() / GROUP);
    }
}
