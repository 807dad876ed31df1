package io.pilothouse.fleet.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Partition.Condition;

/** How facts of partitions are put into words. */
public final class PartitionWords {

    private PartitionWords() {}

    /** What a partition's condition is called. */
    public static String condition(Condition condition) {
        return switch (condition) {
            case OFFLINE -> "without a leader";
            case BELOW_MINIMUM_IN_SYNC -> "below min.insync.replicas";
            case AT_MINIMUM_IN_SYNC -> "at min.insync.replicas";
            case UNDER_REPLICATED -> "under-replicated";
            case IN_SYNC -> "in sync";
        };
    }

    /** The state that a condition means. */
    public static HealthState state(Condition condition) {
        return switch (condition) {
            case OFFLINE, BELOW_MINIMUM_IN_SYNC -> HealthState.FAILING;
            case AT_MINIMUM_IN_SYNC, UNDER_REPLICATED -> HealthState.DEGRADED;
            case IN_SYNC -> HealthState.HEALTHY;
        };
    }
}
