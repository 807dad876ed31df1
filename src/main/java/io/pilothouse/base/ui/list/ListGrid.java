package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.HeaderRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataKeyMapper;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of a list. It holds no rows but the shared {@link Arrangement}, hands the browser those it scrolls to, and updates in place
 * what changes: sort order, selection and scroll position hold, and what changed is marked for a moment.
 */
final class ListGrid<R> extends Grid<R> {

    /** Between the ids of several rows; names in Kubernetes have none. */
    private static final String SEPARATOR = ",";

    private final ListDefinition<R> definition;
    private final Marks marks;
    private final CallbackDataProvider<R, Void> provider;
    private Arrangement<R> shown = Arrangement.empty();
    private boolean several;

    ListGrid(ListDefinition<R> definition, LongSupplier nanoTime) {
        this.definition = definition;
        this.marks = new Marks(nanoTime);
        this.provider =
                new CallbackDataProvider<>(this::fetch, _ -> shown.rows().size(), definition.identity()::apply);
        definition.columns().forEach(this::add);
        addGroups();
        setDataProvider(provider);
        setPartNameGenerator(row -> marks.of(definition.identity().apply(row)).orElse(null));
        addThemeVariants(GridVariant.NO_BORDER);
        addClassNames("ph-grid", "ph-list-grid");
        setAriaLabel(definition.noun());
        setAllRowsVisible(true);
    }

    /** Calls the listener when a person asks for another order; empty for the list's own. */
    void onOrder(Consumer<Optional<ListQuery.Order>> listener) {
        addSortListener(event -> {
            if (event.isFromClient()) {
                listener.accept(event.getSortOrder().stream().findFirst().map(ListGrid::order));
            }
        });
    }

    /** Calls the listener when a person selects a row or lets go of it. */
    void onSelection(Consumer<Optional<String>> listener) {
        addSelectionListener(event -> {
            if (event.isFromClient()) {
                listener.accept(selected());
            }
        });
    }

    /** Lets people select several rows. */
    void several() {
        setSelectionMode(SelectionMode.MULTI);
        several = true;
    }

    /** The ids of the selected rows as text, if there are any. */
    Optional<String> selected() {
        return Optional.of(getSelectedItems().stream()
                        .map(definition.identity())
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(SEPARATOR)))
                .filter(ids -> !ids.isEmpty());
    }

    /** Selects the row with this text of its id, or the rows where people may select several, if they are there, and brings it into sight. */
    void select(Optional<String> id, boolean scroll) {
        deselectAll();
        id.stream()
                .flatMap(text -> several ? Stream.of(text.split(SEPARATOR)) : Stream.of(text))
                .flatMap(one -> rowOf(one).stream())
                .forEach(row -> {
                    select(row);
                    if (scroll) {
                        scrollToIndex(shown.rows().indexOf(row));
                    }
                });
    }

    /** Ends each row with the button that opens what can be done to it. */
    void add(RowMenu<R> menu) {
        Span title = new Span("Actions");
        title.addClassName("ph-unseen");
        addColumn(menu.button())
                .setKey(RowMenu.KEY)
                .setHeader(title)
                .setWidth("44px")
                .setFlexGrow(0)
                .setFrozenToEnd(true)
                .setPartNameGenerator(_ -> "menu-cell");
    }

    /** Shows which order the rows are in. */
    void showOrder(Optional<ListQuery.Order> order) {
        List<GridSortOrder<R>> wanted = order.stream()
                .flatMap(by -> Optional.ofNullable(getColumnByKey(by.column()))
                        .filter(Column::isSortable)
                        .map(column -> new GridSortOrder<>(
                                column, by.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING))
                        .stream())
                .toList();
        if (!orders(wanted).equals(orders(getSortOrder()))) {
            sort(wanted);
        }
    }

    /** Shows these columns and no others. */
    void showColumns(Set<String> keys) {
        getColumns()
                .forEach(column ->
                        column.setVisible(RowMenu.KEY.equals(column.getKey()) || keys.contains(column.getKey())));
    }

    /** Shows the answer to another question. */
    void show(Arrangement<R> answer) {
        marks.clear();
        shown = answer;
        provider.refreshAll();
        scrollToStart();
    }

    /** Shows the newer answer to the same question. */
    void follow(Arrangement<R> newer) {
        Arrangement<R> before = shown;
        shown = newer;
        marks.expire().forEach(this::unmark);
        boolean moved = !sameOrder(before.rows(), newer.rows());
        Set<R> changed = changedOnScreen();
        if (moved) {
            markArrivals(before.rows());
            provider.refreshAll();
        } else {
            changed.forEach(provider::refreshItem);
        }
    }

    private void add(ListColumn<R> column) {
        Column<R> added = addColumn(CellRenderer.of(column))
                .setKey(column.key())
                .setHeader(column.title())
                .setWidth(column.width() + "px")
                .setFlexGrow(column.grows())
                .setSortable(column.sortable())
                .setTextAlign(column.number() ? ColumnTextAlign.END : ColumnTextAlign.START);
        if (column.kind() == ListColumn.Kind.LINK) {
            added.setRowHeader(true);
        }
        if (column.kind() == ListColumn.Kind.TEXT) {
            added.setTooltipGenerator(row -> CellRenderer.hint(column.cell(row)));
        }
    }

    /** Columns that stand beside each other and belong together share a heading. */
    private void addGroups() {
        List<String> groups =
                definition.columns().stream().map(ListColumn::group).toList();
        if (groups.stream().allMatch(String::isEmpty)) {
            return;
        }
        HeaderRow row = prependHeaderRow();
        int begin = 0;
        for (int next = 1; next <= groups.size(); next++) {
            if (next == groups.size() || !groups.get(next).equals(groups.get(begin))) {
                if (!groups.get(begin).isEmpty()) {
                    heading(row, getColumns().subList(begin, next)).setText(groups.get(begin));
                }
                begin = next;
            }
        }
    }

    private HeaderRow.HeaderCell heading(HeaderRow row, List<Column<R>> columns) {
        return columns.size() == 1 ? row.getCell(columns.getFirst()) : row.join(columns.toArray(Column[]::new));
    }

    private Stream<R> fetch(Query<R, Void> query) {
        List<R> rows = shown.rows();
        int from = Math.min(query.getOffset(), rows.size());
        return rows.subList(from, Math.min(from + query.getLimit(), rows.size())).stream();
    }

    /** The rows that the browser holds and that are not what they were; marks those whose change matters. */
    private Set<R> changedOnScreen() {
        DataKeyMapper<R> onScreen = getDataCommunicator().getKeyMapper();
        Set<R> changed = new HashSet<>();
        for (R row : shown.rows()) {
            if (onScreen.has(row)) {
                R before = onScreen.get(onScreen.key(row));
                if (before != row && !row.equals(before)) {
                    changed.add(row);
                    markIfNoteworthy(before, row);
                }
            }
        }
        return changed;
    }

    private void markIfNoteworthy(R before, R now) {
        if (!definition
                .noteworthy()
                .apply(before)
                .equals(definition.noteworthy().apply(now))) {
            marks.mark(definition.identity().apply(now));
        }
    }

    private void markArrivals(List<R> before) {
        if (before.isEmpty()) {
            return;
        }
        Set<Object> known = new HashSet<>();
        before.forEach(row -> known.add(definition.identity().apply(row)));
        shown.rows().stream()
                .map(definition.identity())
                .filter(id -> !known.contains(id))
                .forEach(marks::mark);
    }

    private Optional<R> rowOf(String id) {
        return shown.rows().stream()
                .filter(row -> definition.identity().apply(row).toString().equals(id))
                .findFirst();
    }

    private void unmark(Object id) {
        DataKeyMapper<R> onScreen = getDataCommunicator().getKeyMapper();
        shown.rows().stream()
                .filter(row -> definition.identity().apply(row).equals(id) && onScreen.has(row))
                .forEach(provider::refreshItem);
    }

    private boolean sameOrder(List<R> before, List<R> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int index = 0; index < now.size(); index++) {
            R one = before.get(index);
            R other = now.get(index);
            if (one != other
                    && !definition
                            .identity()
                            .apply(one)
                            .equals(definition.identity().apply(other))) {
                return false;
            }
        }
        return true;
    }

    private static <R> ListQuery.Order order(GridSortOrder<R> order) {
        return new ListQuery.Order(order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING);
    }

    private static <R> List<ListQuery.Order> orders(List<GridSortOrder<R>> orders) {
        return orders.stream().map(ListGrid::order).toList();
    }
}
