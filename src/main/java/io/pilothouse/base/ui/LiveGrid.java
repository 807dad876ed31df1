package io.pilothouse.base.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table over rows that live elsewhere and change all the time. It keeps only the rows that the browser asked for last; on a change it
 * updates those in place, and lets the browser ask anew only when rows came, went or changed places. Sort order, selection and scroll
 * position hold; a row that changed is marked for a moment.
 *
 * @param <T> an immutable row; two are the same row when their ids are equal, and unchanged when they are equal
 */
public class LiveGrid<T> extends Grid<T> {

    private static final int VISIBLE_AT_MOST = 400;

    private final Supplier<Stream<T>> rows;
    private final Function<T, Object> id;
    private final Function<T, Object> essence;
    private final Comparator<T> naturalOrder;
    private final Map<String, Comparator<T>> orders = new HashMap<>();
    private final Map<Object, T> onScreen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, T> eldest) {
            return size() > VISIBLE_AT_MOST;
        }
    };
    private final Map<Object, Boolean> marks = new HashMap<>();
    private final CallbackDataProvider<T, Void> provider;
    private int arrangement;

    /**
     * @param rows the rows to show now, already filtered; asked often, so it must be quick
     * @param id what a row is known by
     * @param essence what of a row is worth a mark when it changes; figures that move all the time are not
     * @param naturalOrder the order while no column is sorted by, and among equals
     */
    public LiveGrid(
            Supplier<Stream<T>> rows, Function<T, Object> id, Function<T, Object> essence, Comparator<T> naturalOrder) {
        this.rows = rows;
        this.id = id;
        this.essence = essence;
        this.naturalOrder = naturalOrder;
        this.provider = new CallbackDataProvider<>(
                this::fetch, query -> (int) rows.get().count(), id::apply);
        setDataProvider(provider);
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.LUMO_COMPACT);
        setPartNameGenerator(row -> {
            Boolean mark = marks.get(id.apply(row));
            return mark == null ? null : mark ? "changed-again" : "changed";
        });
        addClassName("ph-grid");
        setSelectionMode(SelectionMode.NONE);
    }

    /** Lets people sort by the column. */
    public LiveGrid<T> sortable(Column<T> column, String key, Comparator<T> order) {
        column.setKey(key);
        column.setSortable(true);
        column.setSortProperty(key);
        orders.put(key, order);
        return this;
    }

    /** Brings the screen up to date with the rows as they are now. */
    public void update() {
        int now = arranged(sorted()).map(id).map(Object::hashCode).reduce(1, (hash, next) -> 31 * hash + next);
        Map<Object, T> changed = changedOnScreen();
        changed.forEach(this::markIfItMatters);
        onScreen.putAll(changed);
        if (now != arrangement) {
            arrangement = now;
            provider.refreshAll();
        } else {
            changed.values().forEach(provider::refreshItem);
        }
    }

    private void markIfItMatters(Object key, T row) {
        T shown = onScreen.get(key);
        if (shown != null && !essence.apply(shown).equals(essence.apply(row))) {
            marks.merge(key, false, (before, _) -> !before);
        }
    }

    private Stream<T> arranged(Comparator<T> order) {
        return rows.get().sorted(order);
    }

    private Map<Object, T> changedOnScreen() {
        Map<Object, T> changed = new HashMap<>();
        rows.get().forEach(row -> {
            T shown = onScreen.get(id.apply(row));
            if (shown != null && !shown.equals(row)) {
                changed.put(id.apply(row), row);
            }
        });
        marks.keySet().retainAll(onScreen.keySet());
        return changed;
    }

    private Stream<T> fetch(Query<T, Void> query) {
        List<T> page = arranged(sorted())
                .skip(query.getOffset())
                .limit(query.getLimit())
                .toList();
        page.forEach(row -> onScreen.put(id.apply(row), row));
        return page.stream();
    }

    private Comparator<T> sorted() {
        return getSortOrder().stream()
                .map(this::comparator)
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(naturalOrder))
                .orElse(naturalOrder);
    }

    private Comparator<T> comparator(GridSortOrder<T> order) {
        Comparator<T> comparator = orders.getOrDefault(order.getSorted().getKey(), naturalOrder);
        return order.getDirection() == SortDirection.DESCENDING ? comparator.reversed() : comparator;
    }
}
