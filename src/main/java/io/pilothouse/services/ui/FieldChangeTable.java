package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.pilothouse.base.FieldChange;
import io.pilothouse.services.Rollout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two revisions side by side: the fields in which they differ. */
final class FieldChangeTable extends Div {

    /** What a revision changed of the one before it. */
    FieldChangeTable(Rollout rollout) {
        this(
                "Revision " + rollout.before().orElseThrow(),
                "Revision " + rollout.revision().number(),
                rollout.changes());
    }

    /**
     * @param before title of what it is compared with
     * @param after title of what it is about
     */
    FieldChangeTable(String before, String after, List<FieldChange> changes) {
        addClassName("ph-changes");
        NativeTable table = new NativeTable();
        table.getHead().add(row("Field", before, after));
        changes.forEach(change -> table.getBody().add(row(change)));
        add(table);
    }

    private static NativeTableRow row(String... titles) {
        NativeTableRow row = new NativeTableRow();
        Stream.of(titles).map(NativeTableHeaderCell::new).forEach(row::add);
        return row;
    }

    private static NativeTableRow row(FieldChange change) {
        NativeTableHeaderCell path = new NativeTableHeaderCell(change.path());
        path.getElement().setAttribute("scope", "row");
        return new NativeTableRow(path, cell(change.before(), "ph-before"), cell(change.after(), "ph-after"));
    }

    private static NativeTableCell cell(Optional<String> value, String style) {
        NativeTableCell cell = new NativeTableCell(value.orElse("not set"));
        cell.addClassName(value.isPresent() ? style : "ph-dim");
        return cell;
    }
}
