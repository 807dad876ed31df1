package io.pilothouse.groups.ui;

import io.pilothouse.access.Look;
import io.pilothouse.access.Right;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.Source;
import io.pilothouse.groups.UnreadDeletion;
import java.util.List;
import java.util.Optional;

/** What the page of one group of consumers shows. */
final class GroupViewModel {

    private GroupViewModel() {}

    /** What there is to show. */
    sealed interface Content {}

    /**
     * The group.
     *
     * @param services the services that its members belong to, of those that the person may see
     * @param members its members, with what the person may know of where they run
     * @param partitions how far it has read, by partition
     * @param deletion records that it will lose if it goes on so, if there are any
     */
    record Shown(
            ConsumerGroup group,
            List<MemberService> services,
            List<ShownMember> members,
            List<ShownPartition> partitions,
            Optional<UnreadDeletion> deletion)
            implements Content {}

    /** Rights or groups are not known, so nobody can say whether there is such a one. */
    record Unknown(Failure failure) implements Content {}

    /** The person may not see it, there or not. */
    record Hidden(Right missing) implements Content {}

    /** It is not there. */
    record Missing() implements Content {}

    static Content content(LivePicture picture, GroupId id) {
        if (picture.sight() instanceof Observed.Missing<?>(Failure failure)) {
            return new Unknown(failure);
        }
        VisibleFleet fleet = picture.fleet();
        return switch (fleet.group(id)) {
            case Look.Seen<ConsumerGroup> seen -> shown(seen.content(), fleet);
            case Look.Hidden<ConsumerGroup> hidden -> new Hidden(hidden.missing());
            case Look.Absent<ConsumerGroup> _ ->
                unknown(fleet, id).<Content>map(Unknown::new).orElseGet(Missing::new);
        };
    }

    private static Shown shown(ConsumerGroup group, VisibleFleet fleet) {
        List<ShownMember> members = ShownMember.of(group, fleet);
        return new Shown(
                group,
                MemberService.of(group, fleet),
                members,
                ShownPartition.of(group, members),
                fleet.fleet().cluster(group.id().cluster()).flatMap(cluster -> UnreadDeletion.of(group, cluster)));
    }

    private static Optional<Failure> unknown(VisibleFleet fleet, GroupId id) {
        return fleet.fleet()
                .cluster(id.cluster())
                .map(cluster -> cluster.groups().known().isPresent()
                        ? Optional.<Failure>empty()
                        : cluster.groups().problem())
                .orElseGet(() -> fleet.fleet().namespaces().isEmpty()
                        ? fleet.source(Source.KUBERNETES).failure()
                        : Optional.empty());
    }
}
