package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.button.Button;
import io.pilothouse.base.ui.Formats;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Chooses values that are often wanted together with one press, and lets go of them with another. */
final class ShortcutChip extends Button {

    private final ListFilter.Shortcut shortcut;
    private Set<String> chosen = Set.of();

    ShortcutChip(ListFilter.Shortcut shortcut, Consumer<Set<String>> choose) {
        this.shortcut = shortcut;
        addClassName("ph-chip-shortcut");
        addClickListener(_ -> choose.accept(on() ? Set.of() : shortcut.values()));
    }

    /** Shows whether it is on, and how many rows it would show. */
    void show(Set<String> values, SortedMap<String, Integer> choices) {
        chosen = values;
        int count = choices.entrySet().stream()
                .filter(choice -> shortcut.values().contains(choice.getKey()))
                .mapToInt(choice -> choice.getValue())
                .sum();
        setText(shortcut.title() + " " + Formats.count(count));
        setClassName("ph-chip-chosen", on());
        getElement().setAttribute("aria-pressed", String.valueOf(on()));
    }

    private boolean on() {
        return chosen.equals(shortcut.values());
    }
}
