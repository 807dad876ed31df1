package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One filter of a list: says what is chosen, offers the values with how many rows each would show, and lets go of all with one press. */
final class FilterChip<R> extends Div {

    private final ListFilter<R> filter;
    private final Consumer<Set<String>> choose;
    private final Button open = new Button();
    private final Button clear = new Button("×");
    private final Popover popover = new Popover();
    private Set<String> chosen = Set.of();
    private SortedMap<String, Integer> choices = new TreeMap<>();

    FilterChip(ListFilter<R> filter, Consumer<Set<String>> choose) {
        this.filter = filter;
        this.choose = choose;
        addClassName("ph-chip");
        open.addClassName("ph-chip-open");
        clear.addClassName("ph-chip-clear");
        clear.setAriaLabel("Show any " + filter.title().toLowerCase(Locale.ROOT));
        clear.addClickListener(_ -> choose.accept(Set.of()));
        popover.setTarget(open);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setModal(true);
        popover.setAriaLabel(filter.title());
        popover.addClassName("ph-chip-popover");
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                offer();
            }
        });
        add(open, clear, popover);
        show(Set.of());
    }

    /** Shows which values are chosen. */
    void show(Set<String> values) {
        chosen = values;
        String names = values.stream().map(filter.label()).sorted().collect(Collectors.joining(", "));
        open.setText(values.isEmpty() ? filter.title() : filter.title() + ": " + names);
        clear.setVisible(!values.isEmpty());
        setClassName("ph-chip-chosen", !values.isEmpty());
    }

    /** What it offers when it is opened next. */
    void offering(SortedMap<String, Integer> values) {
        choices = values;
    }

    private void offer() {
        popover.removeAll();
        if (choices.isEmpty()) {
            popover.add(new Paragraph("No row has a value here."));
            return;
        }
        CheckboxGroup<String> group = new CheckboxGroup<>(filter.title());
        group.setItems(choices.keySet());
        group.setItemLabelGenerator(filter.label()::apply);
        group.setRenderer(new ComponentRenderer<>(this::choice));
        group.setValue(chosen);
        group.addValueChangeListener(change -> choose.accept(Set.copyOf(change.getValue())));
        popover.add(group);
    }

    private Span choice(String value) {
        Span count = new Span(String.valueOf(choices.getOrDefault(value, 0)));
        count.addClassName("ph-chip-count");
        return new Span(new Span(filter.label().apply(value)), count);
    }
}
