package io.pilothouse.groups.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.ConsumerGroup.Membership;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How facts of groups and their members are put into words. */
final class GroupWords {

    private GroupWords() {}

    /** "consumer"; as it stands in an address. */
    static String type(ConsumerGroup.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** What stands behind the name of a group that is none of the two usual types. */
    static String mark(ConsumerGroup group) {
        return switch (group.type()) {
            case SHARE, STREAMS -> type(group.type());
            case CLASSIC, CONSUMER, UNKNOWN ->
                group.protocol().isEmpty() || group.protocol().equals("consumer") ? "" : group.protocol();
        };
    }

    /** "3 / 12": members and the partitions they share. */
    static Cell.Text members(ConsumerGroup group) {
        return Cell.observed(
                group.membership(),
                membership -> Formats.count(membership.members().size()));
    }

    /** "3 members share 12 partitions, 1 of them has nothing to read". */
    static String consumers(ConsumerGroup group, Membership membership) {
        int members = membership.members().size();
        int partitions = group.partitions().known().map(List::size).orElse(0);
        if (members == 0) {
            return "It has no members";
        }
        String share = Formats.counted(members, "member")
                + (members == 1 ? " reads " : " share ")
                + Formats.counted(partitions, "partition");
        int idle = group.type() == ConsumerGroup.Type.SHARE ? 0 : membership.idle();
        return idle == 0
                ? share
                : share + ", " + Formats.count(idle) + " of them " + (idle == 1 ? "has" : "have") + " nothing to read";
    }

    /** The names of services, or why there are none. */
    static Cell.Text services(ShownGroup shown) {
        if (!shown.services().isEmpty()) {
            String names = shown.services().stream().map(WorkloadId::name).collect(Collectors.joining(", "));
            return Cell.text(names)
                    .hint(shown.services().stream().map(WorkloadId::toString).collect(Collectors.joining("\n")));
        }
        List<Member> members = shown.group().members();
        if (members.isEmpty()) {
            return Cell.absent("It has no members.");
        }
        return members.stream().anyMatch(member -> member.origin().owner().isPresent())
                ? Cell.absent("You may not see the services that its members belong to.")
                : Cell.absent(origin(members.getFirst().origin()));
    }

    /** Why no service is known of a member, or where it runs. */
    static String origin(MemberOrigin origin) {
        return switch (origin) {
            case MemberOrigin.InPod pod
            when pod.workload().isEmpty() -> "Pod " + pod.pod() + " belongs to no service that is known.";
            case MemberOrigin.InPod pod -> "It runs in pod " + pod.pod() + ".";
            case MemberOrigin.Ambiguous ambiguous ->
                Formats.counted(ambiguous.pods().size(), "pod")
                        + " have this address, so that nobody can say which one it is: "
                        + String.join(", ", ambiguous.pods());
            case MemberOrigin.Outside _ -> "No pod has this address: it runs outside of the Kubernetes cluster.";
            case MemberOrigin.Unknown _ -> "Pods are not known.";
        };
    }
}
