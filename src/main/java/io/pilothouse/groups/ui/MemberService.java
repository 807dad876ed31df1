package io.pilothouse.groups.ui;

import io.pilothouse.access.Look;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service that members of a group belong to.
 *
 * @param members how many members of the group belong to it
 * @param used what its pods use together; empty where Prometheus does not know each of them
 */
record MemberService(Workload service, int members, Observed<Optional<Usage>> used) {

    /** Those of a group that the person may see, by name. */
    static List<MemberService> of(ConsumerGroup group, VisibleFleet fleet) {
        return group.services().stream()
                .flatMap(id -> fleet.workload(id) instanceof Look.Seen<Workload>(Workload service)
                        ? Stream.of(of(service, group, fleet))
                        : Stream.empty())
                .sorted(Comparator.comparing(service -> service.service().id().toString()))
                .toList();
    }

    private static MemberService of(Workload service, ConsumerGroup group, VisibleFleet fleet) {
        int members = (int) group.members().stream()
                .filter(member ->
                        member.origin().owner().filter(service.id()::equals).isPresent())
                .count();
        return new MemberService(service, members, fleet.fleet().usage().map(known -> sum(service, known)));
    }

    private static Optional<Usage> sum(Workload service, Map<String, Usage> known) {
        double cores = 0;
        double memory = 0;
        for (var pod : service.pods()) {
            Usage used = known.get(pod.namespace() + "/" + pod.name());
            if (used == null) {
                return Optional.empty();
            }
            cores += used.cores();
            memory += used.memory();
        }
        return service.pods().isEmpty() ? Optional.empty() : Optional.of(new Usage(cores, memory));
    }
}
