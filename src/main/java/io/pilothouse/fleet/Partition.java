package io.pilothouse.fleet;

import io.pilothouse.base.ByteSize;
import io.pilothouse.base.Observed;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A partition of a topic.
 *
 * @param leader the id of the broker that leads it; empty when none does
 * @param replicas ids of the brokers that hold it, the preferred leader first
 * @param inSync ids of those whose replica is in sync
 * @param condition what threatens it
 * @param zones the zones its replicas lie in; empty when the zone of one of them is not known
 * @param sizes bytes of its replicas by broker id, of the brokers that told
 * @param end its end offset, the one the next record gets (the high watermark); stale while its leader does not answer
 */
public record Partition(
        int number,
        OptionalInt leader,
        List<Integer> replicas,
        List<Integer> inSync,
        Condition condition,
        List<String> zones,
        Map<Integer, ByteSize> sizes,
        Observed<Long> end) {

    public Partition {
        replicas = List.copyOf(replicas);
        inSync = List.copyOf(inSync);
        zones = List.copyOf(zones);
        sizes = Map.copyOf(sizes);
    }

    /** What threatens a partition, worst first, in Kafka's own terms. */
    public enum Condition {
        /** It has no leader: nothing can be read or written. */
        OFFLINE,
        /** Fewer in-sync replicas than {@code min.insync.replicas}: writes with {@code acks=all} are refused. */
        BELOW_MINIMUM_IN_SYNC,
        /** Just as many as {@code min.insync.replicas}, and fewer than replicas: one more broker down stops writes with {@code acks=all}. */
        AT_MINIMUM_IN_SYNC,
        /** Fewer in-sync replicas than replicas, and not known to be worse. */
        UNDER_REPLICATED,
        /** All replicas are in sync. */
        IN_SYNC;

        /** By its replicas and the topic's {@code min.insync.replicas}, if that is known. */
        public static Condition of(OptionalInt leader, int replicas, int inSync, OptionalInt minimumInSync) {
            if (leader.isEmpty()) {
                return OFFLINE;
            }
            if (minimumInSync.isPresent() && inSync < minimumInSync.getAsInt()) {
                return BELOW_MINIMUM_IN_SYNC;
            }
            if (inSync == replicas) {
                return IN_SYNC;
            }
            return minimumInSync.isPresent() && inSync == minimumInSync.getAsInt()
                    ? AT_MINIMUM_IN_SYNC
                    : UNDER_REPLICATED;
        }
    }

    /** Whether it has several replicas that all lie in one zone, so that it goes with that. False where zones are not known. */
    public boolean inOneZone() {
        return replicas.size() > 1 && zones.size() == 1;
    }

    /** Whether the first of its replicas leads it, as Kafka prefers. */
    public boolean preferredLeader() {
        return leader.isPresent() && !replicas.isEmpty() && replicas.getFirst() == leader.getAsInt();
    }
}
