package io.pilothouse.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How far one member of a group has read what is assigned to it.
 *
 * @param lag records that it has yet to read; empty when that is not known of each of its partitions, or nobody can say which member reads
 *     what, as in a share group
 * @param consumed records it reads a second, under the same conditions
 */
public record MemberProgress(OptionalLong lag, Optional<Double> consumed) {

    /** That of each member of the group, by the member's id. */
    public static Map<String, MemberProgress> of(ConsumerGroup group) {
        Map<String, List<GroupPartition>> byMember = group.partitions().known().stream()
                .flatMap(List::stream)
                .filter(partition -> partition.member().isPresent())
                .collect(Collectors.groupingBy(partition -> partition.member().orElseThrow()));
        return group.members().stream()
                .collect(Collectors.toMap(
                        Member::id,
                        member -> of(member, byMember.getOrDefault(member.id(), List.of()), group.type()),
                        (one, _) -> one));
    }

    private static MemberProgress of(Member member, List<GroupPartition> own, ConsumerGroup.Type type) {
        boolean complete = type != ConsumerGroup.Type.SHARE
                && own.size() == member.assigned().size();
        boolean lagKnown =
                complete && own.stream().allMatch(partition -> partition.lag().isPresent());
        boolean rateKnown = complete
                && own.stream().allMatch(partition -> partition.consumed().isPresent());
        return new MemberProgress(
                lagKnown
                        ? OptionalLong.of(own.stream()
                                .mapToLong(partition -> partition.lag().orElse(0))
                                .sum())
                        : OptionalLong.empty(),
                rateKnown
                        ? Optional.of(own.stream()
                                .mapToDouble(partition -> partition.consumed().orElse(0.0))
                                .sum())
                        : Optional.empty());
    }
}
