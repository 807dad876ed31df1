package io.pilothouse.change.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.function.Supplier;

/** Actions that are asked for more rarely than those that stand beside it, behind a button. */
@StyleSheet("changes.css")
public final class ActionMenu extends Div {

    private final Supplier<List<ActionButton>> actions;
    private final Popover popover = new Popover();

    /** @param actions those that fit now, asked for whenever it opens */
    public ActionMenu(Supplier<List<ActionButton>> actions) {
        this.actions = actions;
        Button more = new Button("More", _ -> open());
        more.addClassName("ph-action");
        more.getElement().setAttribute("aria-haspopup", "dialog");
        popover.setTarget(more);
        popover.setOpenOnClick(false);
        popover.setAutofocus(true);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel("More actions");
        popover.addClassName("ph-action-menu");
        add(more, popover);
    }

    private void open() {
        popover.removeAll();
        Div list = new Div();
        list.addClassName("ph-action-list");
        actions.get().forEach(action -> {
            action.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            action.addClickListener(_ -> popover.close());
            list.add(action);
        });
        popover.add(list);
        popover.open();
    }
}
