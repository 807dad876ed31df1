package io.pilothouse.change.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.FieldChange;
import java.util.List;

/** What differs before and after, field by field. */
final class DifferenceView extends Div {

    /** @param object the object's kind and place: {@code apps/v1 Deployment shop/orders} */
    DifferenceView(String object, List<FieldChange> fields) {
        addClassName("ph-difference");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", "What will change in " + object);
        add(line(object, "ph-dim"));
        fields.forEach(this::add);
        if (fields.isEmpty()) {
            add(line("nothing: it is so already", "ph-dim"));
        }
    }

    private void add(FieldChange field) {
        String path = field.path().isEmpty() ? "" : field.path() + ": ";
        field.before().ifPresent(value -> add(line(path + value, "ph-before")));
        field.after().ifPresent(value -> add(line(path + value, "ph-after")));
    }

    private static Span line(String text, String style) {
        Span line = new Span(text);
        line.addClassNames("ph-difference-line", style);
        return line;
    }
}
