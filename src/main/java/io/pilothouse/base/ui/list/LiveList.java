package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.signals.Signal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list of live objects: search, filters, sortable columns, chooser, count and export over a table that updates in place. What people
 * choose stands in the page's address; the page tells it the address with {@link #at} and each change of the picture with
 * {@link #follow}.
 *
 * @param <R> a row
 */
@StyleSheet("list.css")
public final class LiveList<R> extends Div {

    private static final int ANY_WIDTH = Integer.MAX_VALUE - 1;

    private final ListDefinition<R> definition;
    private final Function<ListQuery, Arrangement<R>> answer;
    private final BiFunction<ListQuery, Arrangement<R>, Absence> reason;
    private final ListToolbar<R> toolbar;
    private final ListGrid<R> grid;
    private final ListAbsence absence;
    private ListAddress address;
    private Arrangement<R> shown = Arrangement.empty();
    private int windowWidth = ANY_WIDTH;
    private boolean opened;
    private Consumer<Set<R>> selection = _ -> {};

    /**
     * @param definition what it looks like
     * @param answer the rows to show for what is asked; called often, so it must be quick
     * @param reason why there are no rows to show for what is asked
     */
    public LiveList(
            ListDefinition<R> definition,
            Function<ListQuery, Arrangement<R>> answer,
            BiFunction<ListQuery, Arrangement<R>, Absence> reason) {
        this.definition = definition;
        this.answer = answer;
        this.address = ListAddress.of(new Location(""), definition.filterKeys());
        this.toolbar = new ListToolbar<>(definition, this::ask, this::choose);
        this.grid = new ListGrid<>(definition, System::nanoTime);
        this.reason = reason;
        this.absence = new ListAbsence(() -> ask(address.query().unfiltered()));
        grid.onOrder(order -> ask(address.query().ordered(order)));
        grid.onSelection(id -> replace(address.selecting(id)));
        addClassName("ph-list");
        add(toolbar, absence, grid);
    }

    /**
     * Gives each row a menu of what can be done to it.
     *
     * @param name what a row is called
     * @param actions those of a row, as they are now
     */
    public void menu(Function<R, String> name, Function<R, List<? extends Button>> actions) {
        RowMenu<R> menu = new RowMenu<>(definition.identity(), name, actions);
        grid.add(menu);
        add(menu);
    }

    /**
     * Lets people select several rows, for what can be done to all of them.
     *
     * @param listener told the rows that are selected, whenever that changes
     */
    public void several(Consumer<Set<R>> listener) {
        grid.several();
        grid.onSelection(ids -> {
            replace(address.selecting(ids));
            listener.accept(grid.getSelectedItems());
        });
        selection = listener;
    }

    /** Lets go of the selected rows. */
    public void selectNone() {
        grid.deselectAll();
        replace(address.selecting(Optional.empty()));
        selection.accept(Set.of());
    }

    /** Shows what this address asks for. */
    public void at(Location location) {
        address = ListAddress.of(location, definition.filterKeys());
        toolbar.show(address.query());
        grid.showOrder(address.query().order());
        showColumns();
        shown = answer.apply(address.query());
        grid.show(shown);
        grid.select(address.selected(), !opened);
        selection.accept(grid.getSelectedItems());
        opened = true;
        showSurroundings();
    }

    /** What is asked for now. */
    public ListQuery query() {
        return address.query();
    }

    /** Brings what is shown up to date with the picture. */
    public void follow() {
        if (!opened) {
            return;
        }
        Arrangement<R> newer = answer.apply(address.query());
        if (newer != shown) {
            shown = newer;
            grid.follow(newer);
        }
        showSurroundings();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var size = event.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> fit(size.get().width()));
    }

    private void fit(int width) {
        windowWidth = width > 0 ? width : ANY_WIDTH;
        showColumns();
    }

    private void showColumns() {
        Set<String> keys = new LinkedHashSet<>();
        Optional<Set<String>> chosen = address.columns();
        for (ListColumn<R> column : definition.columns()) {
            boolean wanted =
                    chosen.map(columns -> columns.contains(column.key())).orElseGet(() -> column.shownIn(windowWidth));
            if (wanted || keys.isEmpty()) {
                keys.add(column.key());
            }
        }
        grid.showColumns(keys);
        toolbar.showColumns(keys, chosen.isPresent());
    }

    private void showSurroundings() {
        toolbar.show(shown, address.query());
        boolean none = shown.rows().isEmpty();
        grid.setVisible(!none);
        absence.setVisible(none);
        if (none) {
            absence.show(reason.apply(address.query(), shown), shown.total() > 0);
        }
    }

    /** A new question is a new entry in the browser's history; words being typed are not. */
    private void ask(ListQuery query) {
        if (query.equals(address.query())) {
            return;
        }
        ListAddress asked = address.asking(query);
        boolean typing = !query.words().equals(address.query().words());
        if (typing && query.chosen().equals(address.query().chosen())) {
            replace(asked);
            at(asked.location());
        } else {
            go(asked);
        }
    }

    private void choose(Optional<Set<String>> columns) {
        replace(address.showing(columns));
        showColumns();
    }

    private void go(ListAddress other) {
        UI.getCurrent().navigate(other.path(), other.parameters());
    }

    private void replace(ListAddress other) {
        address = other;
        UI.getCurrent().getPage().getHistory().replaceState(null, other.location());
    }
}
