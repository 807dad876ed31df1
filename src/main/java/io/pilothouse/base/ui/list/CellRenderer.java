package io.pilothouse.base.ui.list;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import io.pilothouse.base.ui.StateBadge;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws cells in the browser, from a template a column, so that thousands of rows cost the server nothing but their text. */
final class CellRenderer {

    private static final String TEXT = """
            <div class="ph-cell">\
            <span class="ph-cell-text ${item.cell.style}">${item.cell.text}</span>\
            <relative-time class="ph-cell-age" ?hidden="${!item.cell.asOf}" at="${item.cell.asOf}"></relative-time>\
            </div>""";
    private static final String LINK = """
            <div class="ph-cell">\
            <a ?hidden="${!item.cell.path}" href="${item.cell.path}" router-link class="ph-row-link">${item.cell.text}</a>\
            <span class="ph-cell-text ph-dim" ?hidden="${!item.cell.beside}">${item.cell.beside}</span>\
            <span class="ph-tag" ?hidden="${!item.cell.mark}">${item.cell.mark}</span>\
            </div>""";
    private static final String STATE = "<span class=\"ph-state ph-${item.cell.state}\">${item.cell.word}</span>";
    private static final String TIME = "<relative-time at=\"${item.cell.at}\"></relative-time>";

    /** Letters that fit into the narrowest column of names. */
    private static final int LONG_NAME = 16;

    private CellRenderer() {}

    static <R> Renderer<R> of(ListColumn<R> column) {
        String template = switch (column.kind()) {
            case TEXT -> TEXT;
            case LINK -> LINK;
            case STATE -> STATE;
            case TIME -> TIME;
        };
        return LitRenderer.<R>of(template).withProperty("cell", row -> drawn(column.cell(row)));
    }

    /** What is shown on hover and focus, if anything: of a name that may not fit, the whole. */
    static @Nullable String hint(Cell cell) {
        return switch (cell) {
            case Cell.Text text when !text.hint().isEmpty() -> text.hint();
            case Cell.Link link when link.text().length() > LONG_NAME -> link.text();
            default -> null;
        };
    }

    private static ObjectNode drawn(Cell cell) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        return switch (cell) {
            case Cell.Text text ->
                values.put("text", text.text()).put("style", style(text.tone())).put("asOf", iso(text.asOf()));
            case Cell.Link link ->
                values.put("path", link.path())
                        .put("text", link.text())
                        .put("beside", link.beside())
                        .put("mark", link.mark());
            case Cell.State state ->
                values.put("state", StateBadge.slug(state.state())).put("word", state.word());
            case Cell.Time time -> values.put("at", time.at().toString());
        };
    }

    static String style(Cell.Tone tone) {
        return tone == Cell.Tone.PLAIN ? "" : "ph-" + tone.name().toLowerCase(Locale.ROOT);
    }

    private static String iso(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }
}
