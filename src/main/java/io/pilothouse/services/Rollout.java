package io.pilothouse.services;

import io.pilothouse.access.Look;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.FieldChange;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A revision of a service and what it changed.
 *
 * @param current whether it is the one that the service is to run now
 * @param pods how many of the service's pods run it; empty for who may not see pods
 * @param changes what differs from the revision before it that is still kept; empty for the oldest
 * @param before the number of that revision; empty for the oldest
 */
public record Rollout(
        Revision revision, boolean current, Optional<Integer> pods, Optional<Long> before, List<FieldChange> changes) {

    /** Newest first; hidden from who may not list what keeps the history, absent where nothing keeps one. */
    public static Look<List<Rollout>> of(Workload service, VisibleFleet fleet) {
        Optional<ReadableKind> history = ReadableKind.historyOf(service.id().kind());
        String namespace = service.id().namespace();
        if (history.isEmpty()) {
            return new Look.Absent<>();
        }
        ReadableKind kind = history.orElseThrow();
        return fleet.sight().sees(kind, namespace)
                ? new Look.Seen<>(all(service, fleet.seesPods(namespace)))
                : new Look.Hidden<>(kind.list(namespace));
    }

    private static List<Rollout> all(Workload service, boolean seesPods) {
        List<Revision> revisions = service.revisions();
        return IntStream.range(0, revisions.size())
                .mapToObj(index -> rollout(
                        revisions.get(index),
                        index == 0,
                        revisions.stream().skip(index + 1L).findFirst(),
                        seesPods ? Optional.of(pods(service, revisions.get(index))) : Optional.empty()))
                .toList();
    }

    private static Rollout rollout(
            Revision revision, boolean current, Optional<Revision> before, Optional<Integer> pods) {
        return new Rollout(
                revision,
                current,
                pods,
                before.map(Revision::number),
                before.map(older -> FieldChange.between(older.template(), revision.template()))
                        .orElse(List.of()));
    }

    private static int pods(Workload service, Revision revision) {
        return (int) service.pods().stream()
                .filter(pod -> pod.revision().filter(revision.hash()::equals).isPresent())
                .count();
    }
}
