package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.ui.RelativeTime;

/** The words of a cell outside of a table. */
public final class CellText extends Span {

    private CellText(Cell.Text text) {
        Span words = new Span(text.text());
        String style = CellRenderer.style(text.tone());
        if (!style.isEmpty()) {
            words.addClassName(style);
        }
        add(words);
        text.asOf().ifPresent(at -> add(new Span(" "), RelativeTime.ago(at)));
        if (!text.hint().isEmpty()) {
            setTitle(text.hint());
        }
    }

    /** The words with what is to say about them on hover. */
    public static CellText of(Cell.Text text) {
        return new CellText(text);
    }
}
