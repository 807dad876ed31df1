package io.pilothouse.fleet;

import io.pilothouse.base.ClusterId;
import java.util.Comparator;

/** What a group of consumers is known by; two clusters may have groups of the same name. */
public record GroupId(ClusterId cluster, String name) implements Comparable<GroupId> {

    private static final Comparator<GroupId> ORDER =
            Comparator.comparing(GroupId::name).thenComparing(GroupId::cluster);

    @Override
    public int compareTo(GroupId other) {
        return ORDER.compare(this, other);
    }

    /** {@code namespace/cluster/group}. */
    @Override
    public String toString() {
        return cluster + "/" + name;
    }
}
