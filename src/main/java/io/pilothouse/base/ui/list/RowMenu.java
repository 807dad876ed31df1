package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What people can do to a row, behind a button at its end. All rows of a list share one, which is made when it opens. */
final class RowMenu<R> extends Popover {

    static final String KEY = "menu";

    private static final String BUTTON = """
            <vaadin-button theme="tertiary" class="ph-row-menu" id="${item.menu}" aria-haspopup="dialog"\
             aria-label="Actions of ${item.name}" @click="${openMenu}">⋮</vaadin-button>""";

    private final Function<R, Object> identity;
    private final Function<R, String> name;
    private final Function<R, List<? extends Button>> actions;

    /**
     * @param identity what a row is known by
     * @param name what a row is called
     * @param actions those of a row, as they are now
     */
    RowMenu(Function<R, Object> identity, Function<R, String> name, Function<R, List<? extends Button>> actions) {
        this.identity = identity;
        this.name = name;
        this.actions = actions;
        setOpenOnClick(false);
        setAutofocus(true);
        setPosition(PopoverPosition.BOTTOM_END);
        addClassName("ph-action-menu");
    }

    /** Draws the button of a row. */
    Renderer<R> button() {
        return LitRenderer.<R>of(BUTTON)
                .withProperty("menu", this::buttonId)
                .withProperty("name", name::apply)
                .withFunction("openMenu", this::open);
    }

    private void open(R row) {
        removeAll();
        setAriaLabel("Actions of " + name.apply(row));
        Div list = new Div();
        list.addClassName("ph-action-list");
        actions.apply(row).forEach(action -> {
            action.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            action.addClickListener(_ -> close());
            list.add(action);
        });
        if (list.getComponentCount() == 0) {
            list.add(new Span("Nothing can be done to it here."));
        }
        add(list);
        setFor(buttonId(row));
        open();
    }

    private String buttonId(R row) {
        byte[] known = identity.apply(row).toString().getBytes(StandardCharsets.UTF_8);
        return "row-menu-" + UUID.nameUUIDFromBytes(known);
    }
}
