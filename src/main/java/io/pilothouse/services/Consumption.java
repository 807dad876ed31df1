package io.pilothouse.services;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.MemberProgress;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a service reads from Kafka and writes to it, as far as a person may see.
 *
 * @param readings one for each group of consumers that one of its pods is a member of, the furthest behind first
 * @param writes to which topics it is known to write
 */
public record Consumption(List<Reading> readings, List<Flow> writes) {

    /**
     * A group, and the members of it that run in this service's pods.
     *
     * @param others members of the group that run elsewhere, or where nobody can say
     */
    public record Reading(ConsumerGroup group, List<Reader> readers, int others) {

        /**
         * How many more members could have a partition of their own to read; empty where members share partitions, or what they read is
         * not known.
         */
        public Optional<Integer> room() {
            return group.type() == ConsumerGroup.Type.SHARE
                    ? Optional.empty()
                    : group.partitions()
                            .known()
                            .map(partitions -> Math.max(
                                    0, partitions.size() - group.members().size()));
        }
    }

    /**
     * A member in one of the service's pods.
     *
     * @param pod the pod; empty when it is gone, and the group has yet to notice
     */
    public record Reader(Member member, MemberProgress progress, Optional<Pod> pod) {}

    private static final Comparator<Reading> FURTHEST_BEHIND_FIRST = Comparator.comparing(
                    (Reading reading) -> lag(reading.group()), Comparator.reverseOrder())
            .thenComparing(reading -> reading.group().id().name());

    /** What the service reads and writes in the Kafka clusters that the person sees. */
    public static Consumption of(Workload service, VisibleFleet fleet) {
        Map<String, Pod> pods = service.pods().stream().collect(Collectors.toMap(Pod::name, Function.identity()));
        List<Reading> readings = fleet.groupsOf(service.id())
                .map(group -> reading(group, service, pods))
                .sorted(FURTHEST_BEHIND_FIRST)
                .toList();
        List<Flow> writes = fleet.flows()
                .filter(flow -> flow.direction() == Flow.Direction.WRITES
                        && flow.service().equals(service.id()))
                .toList();
        return new Consumption(readings, writes);
    }

    private static Reading reading(ConsumerGroup group, Workload service, Map<String, Pod> pods) {
        Map<String, MemberProgress> progress = MemberProgress.of(group);
        List<Reader> readers = group.members().stream()
                .filter(member ->
                        member.origin().owner().filter(service.id()::equals).isPresent())
                .map(member -> new Reader(
                        member, Objects.requireNonNull(progress.get(member.id())), pod(member.origin(), pods)))
                .toList();
        return new Reading(group, readers, group.members().size() - readers.size());
    }

    private static Optional<Pod> pod(MemberOrigin origin, Map<String, Pod> pods) {
        return origin instanceof MemberOrigin.InPod place
                ? Optional.ofNullable(pods.get(place.pod()))
                : Optional.empty();
    }

    private static long lag(ConsumerGroup group) {
        return group.lag().known().map(lag -> lag.messages().orElse(0)).orElse(0L);
    }
}
