package io.pilothouse.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.pilothouse.access.Person;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is signed in, light or dark, and the way out. */
class UserMenu extends MenuBar {

    private static final String STORED_SCHEME = "pilothouse.colour-scheme";

    private static final Map<ColorScheme.Value, String> SCHEMES = new EnumMap<>(Map.of(
            ColorScheme.Value.SYSTEM, "As the system",
            ColorScheme.Value.LIGHT, "Light",
            ColorScheme.Value.DARK, "Dark"));

    private final Map<ColorScheme.Value, MenuItem> schemes = new EnumMap<>(ColorScheme.Value.class);

    UserMenu(Person person, AuthenticationContext authentication) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        addClassName("ph-user");
        MenuItem user = addItem(person.name());
        user.setAriaLabel("Signed in as " + person.name());
        SubMenu menu = user.getSubMenu();
        menu.addItem(who(person)).setEnabled(false);
        menu.addSeparator();
        for (ColorScheme.Value scheme :
                new ColorScheme.Value[] {ColorScheme.Value.SYSTEM, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK}) {
            MenuItem item = menu.addItem(SCHEMES.get(scheme), _ -> choose(scheme));
            item.setCheckable(true);
            schemes.put(scheme, item);
        }
        menu.addSeparator();
        menu.addItem("Sign out", _ -> authentication.logout());
        mark(ColorScheme.Value.SYSTEM);
        addAttachListener(_ -> WebStorage.getItem(STORED_SCHEME, this::restore));
    }

    private void restore(@Nullable String stored) {
        for (ColorScheme.Value scheme : schemes.keySet()) {
            if (scheme.name().equals(stored)) {
                apply(scheme);
            }
        }
    }

    private void choose(ColorScheme.Value scheme) {
        WebStorage.setItem(STORED_SCHEME, scheme.name());
        apply(scheme);
    }

    private void apply(ColorScheme.Value scheme) {
        UI.getCurrent().getPage().setColorScheme(scheme);
        mark(scheme);
    }

    private void mark(ColorScheme.Value chosen) {
        schemes.forEach((scheme, item) -> item.setChecked(scheme == chosen));
    }

    private static Div who(Person person) {
        Div name = new Div(new Span(person.name()));
        name.addClassName("ph-strong");
        Div groups = new Div(new Span(
                person.groups().isEmpty()
                        ? "in no group"
                        : String.join(", ", person.groups().stream().sorted().toList())));
        groups.addClassName("ph-dim");
        return new Div(name, groups);
    }
}
