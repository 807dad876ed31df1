package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.Partition.Condition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What state a topic is in: that of its partitions. */
final class TopicRules {

    private TopicRules() {}

    /**
     * @param moving ids of brokers that start or catch up, so that it is expected that their replicas are out of sync
     */
    static Health health(List<Partition> partitions, Set<Integer> moving) {
        Map<Condition, Integer> counts = new EnumMap<>(Condition.class);
        partitions.forEach(partition -> counts.merge(partition.condition(), 1, Integer::sum));
        int all = partitions.size();
        if (counts.containsKey(Condition.OFFLINE)) {
            return Health.failing(of(counts.getOrDefault(Condition.OFFLINE, 0), all) + " without a leader");
        }
        if (counts.containsKey(Condition.BELOW_MINIMUM_IN_SYNC)) {
            return Health.failing(of(counts.getOrDefault(Condition.BELOW_MINIMUM_IN_SYNC, 0), all)
                    + " below min.insync.replicas: writes with acks=all are refused");
        }
        int atMinimum = counts.getOrDefault(Condition.AT_MINIMUM_IN_SYNC, 0);
        int underReplicated = atMinimum + counts.getOrDefault(Condition.UNDER_REPLICATED, 0);
        if (underReplicated == 0) {
            return Health.healthy();
        }
        String reason = atMinimum > 0
                ? of(atMinimum, all) + " at min.insync.replicas"
                : of(underReplicated, all) + " under-replicated";
        return partitions.stream().allMatch(partition -> expected(partition, moving))
                ? Health.progressing(reason)
                : Health.degraded(reason);
    }

    private static boolean expected(Partition partition, Set<Integer> moving) {
        return partition.replicas().stream()
                .filter(replica -> !partition.inSync().contains(replica))
                .allMatch(moving::contains);
    }

    private static String of(int some, int all) {
        return some == all && all > 1 ? "all " + all + " partitions" : some + " of " + partitions(all);
    }

    private static String partitions(int count) {
        return count == 1 ? "1 partition" : count + " partitions";
    }
}
