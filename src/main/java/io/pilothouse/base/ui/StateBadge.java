package io.pilothouse.base.ui;

import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.HealthState;
import java.util.Locale;

/** One of the five states: always the same word, shape and colour. */
public class StateBadge extends Span {

    /** The badge inside a renderer's template, for items with the properties {@code state} and {@code stateWord}. */
    public static final String TEMPLATE = "<span class=\"ph-state ph-${item.state}\">${item.stateWord}</span>";

    public StateBadge(HealthState state) {
        addClassNames("ph-state", styleName(state));
        setText(state.word());
    }

    /** The state as style sheets and templates name it. */
    public static String slug(HealthState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String styleName(HealthState state) {
        return "ph-" + slug(state);
    }
}
