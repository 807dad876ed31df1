package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A tile that shows one figure, large. */
public final class FigureTile extends Tile {

    /**
     * @param value the figure
     * @param unit what stands behind it, small; may be empty
     * @param below what else to say, below it; may be empty
     */
    public FigureTile(String title, Component value, String unit, String below) {
        super(title);
        value.addClassName("ph-figure");
        Div line = new Div(value, dim(unit));
        line.addClassName("ph-figure-line");
        add(line);
        if (!below.isEmpty()) {
            Div remark = new Div(dim(below));
            remark.addClassName("ph-remark");
            add(remark);
        }
    }

    private static Span dim(String text) {
        Span span = new Span(text);
        span.addClassName("ph-dim");
        return span;
    }
}
