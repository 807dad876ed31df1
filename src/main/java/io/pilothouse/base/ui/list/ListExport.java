package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The link that saves the rows of a list with all their columns as a file, as they are when it is pressed. */
final class ListExport<R> extends Anchor {

    private final ListDefinition<R> definition;

    /** Read by the thread that writes the file, which does not hold the session's lock. */
    private volatile List<R> rows = List.of();

    ListExport(ListDefinition<R> definition) {
        this.definition = definition;
        setText("CSV");
        setHref(this::write, AttachmentType.DOWNLOAD);
        addClassName("ph-button");
        setAriaLabel("Save these " + definition.noun() + " as comma-separated values");
    }

    void offer(List<R> newRows) {
        rows = newRows;
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName(definition.noun().replace(' ', '-') + ".csv");
        event.setContentType("text/csv; charset=utf-8");
        try (Writer writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            CommaSeparated.write(definition.columns(), rows, writer);
        }
    }
}
