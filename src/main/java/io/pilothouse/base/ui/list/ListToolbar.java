package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.pilothouse.base.ui.Formats;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** What stands above the table of a list: search, filters, how many rows there are, columns and export. */
final class ListToolbar<R> extends Div {

    private static final int TYPING_MILLISECONDS = 250;

    private final TextField search = new TextField();
    private final Map<ListFilter<R>, FilterChip<R>> chips = new HashMap<>();
    private final Map<ListFilter<R>, ShortcutChip> shortcuts = new HashMap<>();
    private final Div chipLine = new Div();
    private final Span count = new Span();
    private final ColumnChooser<R> columns;
    private final ListExport<R> export;
    private ListQuery shown = ListQuery.ALL;

    ListToolbar(ListDefinition<R> definition, Consumer<ListQuery> ask, Consumer<Optional<Set<String>>> chooseColumns) {
        addClassName("ph-list-bar");
        columns = new ColumnChooser<>(definition.columns(), chooseColumns);
        export = new ListExport<>(definition);
        search.addClassName("ph-search");
        search.setPlaceholder("Search " + definition.noun());
        search.setAriaLabel("Search " + definition.noun());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLISECONDS);
        Span key = new Span("/");
        key.addClassName("ph-key");
        key.getElement().setAttribute("aria-hidden", "true");
        search.setSuffixComponent(key);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask.accept(shown.searching(change.getValue()));
            }
        });
        chipLine.addClassName("ph-chips");
        definition.filters().forEach(filter -> add(filter, values -> ask.accept(shown.choosing(filter.key(), values))));
        count.addClassName("ph-list-count");
        count.getElement().setAttribute("role", "status");
        chipLine.add(columns, export);
        add(search, count, chipLine);
    }

    /** Shows what is asked. */
    void show(ListQuery query) {
        shown = query;
        search.setValue(query.words());
        chips.forEach((filter, chip) -> chip.show(query.chosen(filter.key())));
    }

    /** Shows how many rows there are, and how many there would be. */
    void show(Arrangement<R> answer, ListQuery query) {
        chips.forEach((filter, chip) -> chip.offering(choices(answer, filter)));
        shortcuts.forEach((filter, chip) -> chip.show(query.chosen(filter.key()), choices(answer, filter)));
        String all = Formats.count(answer.total());
        count.setText(query.narrows() ? Formats.count(answer.rows().size()) + " of " + all : all);
        export.offer(answer.rows());
    }

    void showColumns(Set<String> keys, boolean chosen) {
        columns.show(keys, chosen);
    }

    private void add(ListFilter<R> filter, Consumer<Set<String>> choose) {
        filter.shortcut().ifPresent(shortcut -> {
            ShortcutChip chip = new ShortcutChip(shortcut, choose);
            shortcuts.put(filter, chip);
            chipLine.add(chip);
        });
        FilterChip<R> chip = new FilterChip<>(filter, choose);
        chips.put(filter, chip);
        chipLine.add(chip);
    }

    private SortedMap<String, Integer> choices(Arrangement<R> answer, ListFilter<R> filter) {
        return answer.choices().getOrDefault(filter.key(), Collections.emptySortedMap());
    }
}
