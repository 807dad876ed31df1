package io.pilothouse.clusters;

import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What would happen at once to the partitions of a Kafka cluster if a place, with all brokers in it, went away. Counted are partitions that
 * have a leader now; what is offline already cannot be lost again.
 *
 * @param moved partitions led there that get another leader: {@code leader there} and {@code in sync elsewhere > 0}
 * @param offline partitions that nobody could lead: {@code in sync there > 0} and {@code in sync elsewhere = 0}; with unclean leader election
 *     they come back with records missing
 * @param belowMinimum partitions that refuse writes with {@code acks=all}: {@code in sync now >= min.insync.replicas} and
 *     {@code 0 < in sync elsewhere < min.insync.replicas}; without topics whose minimum is not known
 * @param onlyCopies partitions of which all replicas lie there, in sync or not: with its disks their records are gone
 */
public record Loss(int moved, int offline, int belowMinimum, int onlyCopies) {

    /** Nothing happens. */
    public static final Loss NONE = new Loss(0, 0, 0, 0);

    /** Whether something can no longer be read or written. */
    public boolean harms() {
        return offline > 0 || belowMinimum > 0;
    }

    /**
     * The loss of each place, in one pass over all partitions.
     *
     * @param place where a broker is, by its id; a broker whose place is not known stays whatever happens
     */
    public static <P extends Comparable<P>> Map<P, Loss> byPlace(List<Topic> topics, IntFunction<Optional<P>> place) {
        Map<Integer, Optional<P>> places = new HashMap<>();
        Map<P, Loss> losses = new TreeMap<>();
        for (Topic topic : topics) {
            OptionalInt minimum = topic.settings().minimumInSync();
            for (Partition partition : topic.partitions()) {
                Map<P, Share> shares = new HashMap<>();
                for (int replica : partition.replicas()) {
                    places.computeIfAbsent(replica, place::apply)
                            .ifPresent(at ->
                                    shares.computeIfAbsent(at, _ -> new Share()).count(partition, replica));
                }
                shares.forEach((at, share) -> losses.merge(at, share.loss(partition, minimum), Loss::plus));
            }
        }
        return losses;
    }

    private Loss plus(Loss other) {
        return new Loss(
                moved + other.moved,
                offline + other.offline,
                belowMinimum + other.belowMinimum,
                onlyCopies + other.onlyCopies);
    }

    /** What one place has of one partition. */
    private static final class Share {
        private int replicas;
        private int inSync;
        private boolean leads;

        private void count(Partition partition, int replica) {
            replicas++;
            if (partition.inSync().contains(replica)) {
                inSync++;
            }
            leads |= partition.leader().isPresent() && partition.leader().getAsInt() == replica;
        }

        private Loss loss(Partition partition, OptionalInt minimum) {
            int onlyCopy = replicas == partition.replicas().size() ? 1 : 0;
            if (partition.leader().isEmpty()) {
                return new Loss(0, 0, 0, onlyCopy);
            }
            int now = partition.inSync().size();
            int left = now - inSync;
            boolean refuses = left > 0 && minimum.isPresent() && now >= minimum.getAsInt() && left < minimum.getAsInt();
            return new Loss(leads && left > 0 ? 1 : 0, inSync > 0 && left == 0 ? 1 : 0, refuses ? 1 : 0, onlyCopy);
        }
    }
}
