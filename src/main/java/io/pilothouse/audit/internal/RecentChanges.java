package io.pilothouse.audit.internal;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newest changes, bounded by age and number. Readers wait for nothing. */
final class RecentChanges {

    private static final Comparator<AuditedChange> NEWEST_FIRST =
            Comparator.comparing(AuditedChange::begun).reversed().thenComparing(AuditedChange::id);

    private record Held(List<AuditedChange> newestFirst, Map<String, AuditedChange> byId) {}

    private final Duration window;
    private final int most;
    private volatile Held held = new Held(List.of(), Map.of());

    RecentChanges(Duration window, int most) {
        this.window = window;
        this.most = most;
    }

    List<AuditedChange> newestFirst() {
        return held.newestFirst();
    }

    Optional<AuditedChange> change(String id) {
        return Optional.ofNullable(held.byId().get(id));
    }

    boolean holds(RecordId id) {
        return change(id.change()).stream()
                .flatMap(change -> change.records().stream())
                .anyMatch(entry -> entry.stage() == id.stage());
    }

    /**
     * Adds what is new among the records, and lets go of what is too old by now.
     *
     * @return whether anything is other than before
     */
    synchronized boolean add(Collection<AuditRecord> records, Instant now) {
        List<AuditRecord> added =
                records.stream().filter(entry -> !holds(RecordId.of(entry))).toList();
        Instant oldest = now.minus(window);
        boolean outdated = !held.newestFirst().isEmpty()
                && held.newestFirst().getLast().latest().at().isBefore(oldest);
        if (added.isEmpty() && !outdated) {
            return false;
        }
        Map<String, AuditedChange> changes = new HashMap<>(held.byId());
        added.forEach(entry -> changes.merge(entry.change(), new AuditedChange(List.of(entry)), RecentChanges::joined));
        List<AuditedChange> next = changes.values().stream()
                .filter(change -> !change.latest().at().isBefore(oldest))
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
        held = new Held(
                next, next.stream().collect(Collectors.toUnmodifiableMap(AuditedChange::id, Function.identity())));
        return true;
    }

    /** In the order of the stages, since the clocks of several consoles may differ; of doubles the first holds. */
    private static AuditedChange joined(AuditedChange change, AuditedChange added) {
        AuditRecord entry = added.latest();
        if (change.records().stream().anyMatch(other -> other.stage() == entry.stage())) {
            return change;
        }
        return new AuditedChange(Stream.concat(change.records().stream(), Stream.of(entry))
                .sorted(Comparator.comparing(AuditRecord::stage))
                .toList());
    }
}
