package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lets people choose which columns of a list they see; the name of a row is always among them. */
final class ColumnChooser<R> extends Div {

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final CheckboxGroup<String> group = new CheckboxGroup<>();
    private final Button reset;
    private boolean showing;

    ColumnChooser(List<ListColumn<R>> columns, Consumer<Optional<Set<String>>> choose) {
        addClassName("ph-columns");
        columns.forEach(column -> titles.put(column.key(), column.title()));
        Button open = new Button("Columns");
        group.setItems(titles.keySet());
        group.setItemLabelGenerator(titles::get);
        group.setItemEnabledProvider(key -> !key.equals(columns.getFirst().key()));
        group.addValueChangeListener(change -> {
            if (!showing) {
                choose.accept(Optional.of(Set.copyOf(change.getValue())));
            }
        });
        reset = new Button("As the window fits", _ -> choose.accept(Optional.empty()));
        Popover popover = new Popover(group, reset);
        popover.setTarget(open);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setAriaLabel("Columns");
        popover.addClassName("ph-chip-popover");
        add(open, popover);
    }

    /** Shows which columns are to be seen, and whether people chose them. */
    void show(Set<String> keys, boolean chosen) {
        showing = true;
        group.setValue(keys);
        showing = false;
        reset.setEnabled(chosen);
    }
}
