package io.pilothouse.api.json;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of consumers. */
public record GroupJson(
        String self,
        ClusterRef cluster,
        String name,
        Reading reading,
        String type,
        String protocol,
        HealthJson health,
        Known<MembershipJson> membership,
        Known<List<OffsetJson>> partitions,
        Known<LagJson> lag) {

    private static final String NOT_LONG_ENOUGH = "It has not been watched for long enough.";

    /** Who is in it. */
    public record MembershipJson(
            String state, String assignor, @Nullable Integer coordinator, List<MemberJson> members) {
        private static MembershipJson of(ConsumerGroup.Membership membership, VisibleFleet fleet) {
            return new MembershipJson(
                    membership.state(),
                    membership.assignor(),
                    membership.coordinator().orElse(null),
                    membership.members().stream()
                            .map(member -> MemberJson.of(member, fleet))
                            .toList());
        }
    }

    /** How far it has read one partition. */
    public record OffsetJson(
            String topic,
            int partition,
            @Nullable Long committed,
            Known<Long> endOffset,
            Known<Long> lag,
            DelayJson delay,
            Known<Double> consumedPerSecond,
            Known<Double> producedPerSecond,
            @Nullable String member) {
        private static OffsetJson of(GroupPartition partition) {
            return new OffsetJson(
                    partition.id().topic(),
                    partition.id().number(),
                    partition.committed().isPresent() ? partition.committed().getAsLong() : null,
                    Known.of(partition.end()),
                    Known.of(partition.lag(), "Its committed or its end offset is not known."),
                    DelayJson.of(partition.delay()),
                    Known.of(partition.consumed(), NOT_LONG_ENOUGH),
                    Known.of(partition.produced(), NOT_LONG_ENOUGH),
                    partition.member().orElse(null));
        }
    }

    /** The address of a group. */
    static String self(GroupId id) {
        return Addresses.of(FleetNavigation.group(id));
    }

    public static GroupJson of(ConsumerGroup group, KafkaCluster cluster, VisibleFleet fleet) {
        return new GroupJson(
                self(group.id()),
                ClusterRef.of(group.id().cluster()),
                group.id().name(),
                Reading.of(cluster.groups()),
                Words.of(group.type()),
                group.protocol(),
                HealthJson.of(group.health()),
                Known.of(group.membership(), membership -> MembershipJson.of(membership, fleet)),
                Known.of(
                        group.partitions(),
                        partitions -> partitions.stream().map(OffsetJson::of).toList()),
                Known.of(group.lag(), LagJson::of));
    }
}
