package io.pilothouse.groups.ui;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.MemberProgress;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A member in the list of a group's members.
 *
 * @param lag records that it has yet to read; empty when that is not known of each of its partitions, or nobody can say which member reads
 *     what
 * @param consumed records it reads a second, under the same conditions
 * @param missing the right that the person lacks to see the pod it runs in, in words; empty when they may see it
 * @param seesService whether the person may see the service it belongs to
 * @param seesNodes whether the person may see nodes
 */
record ShownMember(
        Member member,
        OptionalLong lag,
        Optional<Double> consumed,
        Optional<String> missing,
        boolean seesService,
        boolean seesNodes) {

    /** The members of a group, in its order. */
    static List<ShownMember> of(ConsumerGroup group, VisibleFleet fleet) {
        Map<String, MemberProgress> progress = MemberProgress.of(group);
        return group.members().stream()
                .map(member -> of(member, Objects.requireNonNull(progress.get(member.id())), fleet))
                .toList();
    }

    private static ShownMember of(Member member, MemberProgress progress, VisibleFleet fleet) {
        return new ShownMember(
                member,
                progress.lag(),
                progress.consumed(),
                missing(member, fleet),
                member.origin().owner().filter(fleet::sees).isPresent(),
                fleet.seesNodes());
    }

    /** The pod it runs in, as far as the person may know. */
    Optional<MemberOrigin.InPod> pod() {
        return missing.isEmpty() && member.origin() instanceof MemberOrigin.InPod pod
                ? Optional.of(pod)
                : Optional.empty();
    }

    /** The service it belongs to, as far as the person may know. */
    Optional<WorkloadId> service() {
        return member.origin().owner().filter(_ -> seesService);
    }

    /** The node it runs on, as far as the person may know. */
    Optional<String> node() {
        return pod().filter(_ -> seesNodes).flatMap(MemberOrigin.InPod::node);
    }

    /** The zone it runs in, as far as the person may know. */
    Optional<String> zone() {
        return pod().filter(_ -> seesNodes).flatMap(MemberOrigin.InPod::zone);
    }

    private static Optional<String> missing(Member member, VisibleFleet fleet) {
        return switch (member.origin()) {
            case MemberOrigin.InPod pod
            when !fleet.seesPods(pod.namespace()) ->
                Optional.of("You lack the right to "
                        + ReadableKind.PODS.list(pod.namespace()).inWords() + ".");
            case MemberOrigin.Ambiguous _
            when !fleet.sight().everywhere().contains(ReadableKind.PODS) ->
                Optional.of("Several pods have this address; you lack the right to list pods in all namespaces.");
            default -> Optional.empty();
        };
    }
}
