package io.pilothouse.base.ui.list;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes each arrangement of the newest picture once for everybody who asks for it, so that neither the work nor the memory grows with
 * the number of people who look.
 *
 * @param <R> a row
 */
public final class Arrangements<R> {

    private static final int KEPT_AT_MOST = 100;

    private final ListDefinition<R> definition;
    private volatile Made<R> made = new Made<>(new Object(), new ConcurrentHashMap<>());

    public Arrangements(ListDefinition<R> definition) {
        this.definition = definition;
    }

    /**
     * The answer to the query.
     *
     * @param picture what the rows are from, known by identity
     * @param viewpoint what decides which rows of the picture there are
     * @param rows all rows of the picture that there are from the viewpoint
     */
    public Arrangement<R> of(Object picture, Object viewpoint, ListQuery query, Supplier<Stream<R>> rows) {
        return ofPicture(picture)
                .answers()
                .computeIfAbsent(new Question(viewpoint, query), _ -> definition.arrange(rows.get(), query));
    }

    private Made<R> ofPicture(Object picture) {
        Made<R> present = made;
        if (present.picture() != picture || present.answers().size() >= KEPT_AT_MOST) {
            present = new Made<>(picture, new ConcurrentHashMap<>());
            made = present;
        }
        return present;
    }

    private record Question(Object viewpoint, ListQuery query) {}

    private record Made<R>(Object picture, Map<Question, Arrangement<R>> answers) {}
}
