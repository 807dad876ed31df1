package io.pilothouse.base.ui.list;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Which rows changed a moment ago. A row that changes again while it is marked gets the other mark, so that its animation starts anew. */
final class Marks {

    /** How long a change stays marked, at least. */
    static final Duration MOMENT = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final Map<Object, Mark> marked = new HashMap<>();

    private record Mark(boolean again, long since) {}

    Marks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void mark(Object id) {
        marked.merge(
                id, new Mark(false, nanoTime.getAsLong()), (before, now) -> new Mark(!before.again(), now.since()));
    }

    /** The style name of the row's mark, if it has one. */
    Optional<String> of(Object id) {
        return Optional.ofNullable(marked.get(id)).map(mark -> mark.again() ? "changed-again" : "changed");
    }

    /** Takes away marks that have been seen long enough, and tells from which rows. */
    Set<Object> expire() {
        long now = nanoTime.getAsLong();
        Set<Object> expired = new HashSet<>();
        marked.forEach((id, mark) -> {
            if (now - mark.since() >= MOMENT.toNanos()) {
                expired.add(id);
            }
        });
        marked.keySet().removeAll(expired);
        return expired;
    }

    void clear() {
        marked.clear();
    }
}
