package io.pilothouse.fleet;

import java.util.Comparator;

/** A partition of a Kafka cluster: a topic and a number, from 0 up. */
public record PartitionId(String topic, int number) implements Comparable<PartitionId> {

    private static final Comparator<PartitionId> ORDER =
            Comparator.comparing(PartitionId::topic).thenComparingInt(PartitionId::number);

    @Override
    public int compareTo(PartitionId other) {
        return ORDER.compare(this, other);
    }

    /** {@code orders-7}, as Kafka writes it. */
    @Override
    public String toString() {
        return topic + "-" + number;
    }
}
