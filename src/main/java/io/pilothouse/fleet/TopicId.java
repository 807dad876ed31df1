package io.pilothouse.fleet;

import io.pilothouse.base.ClusterId;
import java.util.Comparator;

/** What a topic is known by; two clusters may have topics of the same name. */
public record TopicId(ClusterId cluster, String name) implements Comparable<TopicId> {

    private static final Comparator<TopicId> ORDER =
            Comparator.comparing(TopicId::name).thenComparing(TopicId::cluster);

    @Override
    public int compareTo(TopicId other) {
        return ORDER.compare(this, other);
    }

    /** {@code namespace/cluster/topic}. */
    @Override
    public String toString() {
        return cluster + "/" + name;
    }
}
