package io.pilothouse.base.ui.list;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a list. Immutable; each method makes another one.
 *
 * @param <R> a row
 */
public final class ListColumn<R> {

    /** How a column is drawn: all its cells are of one kind. */
    enum Kind {
        TEXT,
        LINK,
        STATE,
        TIME
    }

    private static final int ON_REQUEST = Integer.MAX_VALUE;

    private final String key;
    private final String title;
    private final Kind kind;
    private final Function<R, ? extends Cell> cell;
    private final Look look;
    private final Optional<Comparator<R>> ascending;
    private final Optional<Comparator<R>> descending;
    private final Function<R, String> exported;

    /**
     * @param width its width, or the least of it when it grows, in pixels
     * @param grows how much of the room left over it takes beside other columns that grow
     * @param number whether its cells are figures, which stand at the right
     * @param from the width of the window, in pixels, from which it is shown unless people choose
     * @param group what stands above it and its neighbours of the same group; may be empty
     */
    private record Look(int width, int grows, boolean number, int from, String group) {

        private Look(int width, int grows, boolean number, int from) {
            this(width, grows, number, from, "");
        }
    }

    private ListColumn(
            String key,
            String title,
            Kind kind,
            Function<R, ? extends Cell> cell,
            Look look,
            Optional<Comparator<R>> ascending,
            Optional<Comparator<R>> descending,
            Function<R, String> exported) {
        this.key = key;
        this.title = title;
        this.kind = kind;
        this.cell = cell;
        this.look = look;
        this.ascending = ascending;
        this.descending = descending;
        this.exported = exported;
    }

    private static <R> ListColumn<R> of(
            String key, String title, Kind kind, Function<R, ? extends Cell> cell, Look look) {
        return new ListColumn<>(
                key,
                title,
                kind,
                cell,
                look,
                Optional.empty(),
                Optional.empty(),
                row -> cell.apply(row).exported());
    }

    /** A column of words. */
    public static <R> ListColumn<R> text(String key, String title, Function<R, Cell.Text> cell) {
        return of(key, title, Kind.TEXT, cell, new Look(110, 0, false, 0));
    }

    /** A column of figures. */
    public static <R> ListColumn<R> number(String key, String title, Function<R, Cell.Text> cell) {
        return of(key, title, Kind.TEXT, cell, new Look(90, 0, true, 0));
    }

    /** The column of the rows' names, which lead to their pages. */
    public static <R> ListColumn<R> link(String key, String title, Function<R, Cell.Link> cell) {
        return of(key, title, Kind.LINK, cell, new Look(150, 2, false, 0));
    }

    /** The column of the rows' states. */
    public static <R> ListColumn<R> state(String key, String title, Function<R, Cell.State> cell) {
        return of(key, title, Kind.STATE, cell, new Look(126, 0, false, 0));
    }

    /** A column of moments, shown as the time since. */
    public static <R> ListColumn<R> time(String key, String title, Function<R, Cell.Time> cell) {
        return of(key, title, Kind.TIME, cell, new Look(96, 0, true, 0));
    }

    /** The same with a width in pixels. */
    public ListColumn<R> width(int pixels) {
        return looking(new Look(pixels, look.grows(), look.number(), look.from(), look.group()));
    }

    /** The same, taking so many shares of the room left over. */
    public ListColumn<R> grows(int shares) {
        return looking(new Look(look.width(), shares, look.number(), look.from(), look.group()));
    }

    /** The same, but shown only in windows of at least this width, unless people choose it. */
    public ListColumn<R> from(int windowWidth) {
        return looking(new Look(look.width(), look.grows(), look.number(), windowWidth, look.group()));
    }

    /** The same, with a heading above it that it shares with its neighbours of the same group. */
    public ListColumn<R> under(String group) {
        return looking(new Look(look.width(), look.grows(), look.number(), look.from(), group));
    }

    /** The same, but shown only when people choose it. */
    public ListColumn<R> onRequest() {
        return from(ON_REQUEST);
    }

    /** The same, sorted in an order. */
    public ListColumn<R> sorted(Comparator<R> order) {
        return sorted(order, order.reversed());
    }

    /** The same, sorted by a value. */
    public <V extends Comparable<? super V>> ListColumn<R> sorted(Function<R, V> by) {
        return sorted(Comparator.comparing(by));
    }

    /** The same, sorted by a value that may be unknown: such rows come last, whichever way it is sorted. */
    public <V extends Comparable<? super V>> ListColumn<R> sortedKnown(Function<R, Optional<V>> by) {
        Comparator<R> unknownLast = Comparator.comparing(row -> by.apply(row).isEmpty());
        Comparator<R> order = Comparator.comparing(
                by,
                (one, other) ->
                        one.flatMap(value -> other.map(value::compareTo)).orElse(0));
        return sorted(unknownLast.thenComparing(order), unknownLast.thenComparing(order.reversed()));
    }

    /** The same with another text in exports. */
    public ListColumn<R> exported(Function<R, String> text) {
        return new ListColumn<>(key, title, kind, cell, look, ascending, descending, text);
    }

    /** What it is called in the address. */
    public String key() {
        return key;
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }

    /** What stands in it for a row. */
    public Cell cell(R row) {
        return cell.apply(row);
    }

    /** What stands in an export for a row. */
    public String export(R row) {
        return exported.apply(row);
    }

    Kind kind() {
        return kind;
    }

    int width() {
        return look.width();
    }

    int grows() {
        return look.grows();
    }

    boolean number() {
        return look.number();
    }

    String group() {
        return look.group();
    }

    boolean sortable() {
        return ascending.isPresent();
    }

    boolean shownIn(int windowWidth) {
        return windowWidth >= look.from();
    }

    /** The order of rows by this column, if it can be sorted by. */
    Optional<Comparator<R>> order(boolean greatestFirst) {
        return greatestFirst ? descending : ascending;
    }

    private ListColumn<R> sorted(Comparator<R> leastFirst, Comparator<R> greatestFirst) {
        return new ListColumn<>(
                key, title, kind, cell, look, Optional.of(leastFirst), Optional.of(greatestFirst), exported);
    }

    private ListColumn<R> looking(Look other) {
        return new ListColumn<>(key, title, kind, cell, other, ascending, descending, exported);
    }
}
