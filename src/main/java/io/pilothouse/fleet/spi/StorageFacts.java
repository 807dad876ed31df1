package io.pilothouse.fleet.spi;

import java.util.List;
import java.util.Map;

/**
 * What stands behind claims, in no namespace.
 *
 * @param expandable for each StorageClass, whether its volumes may grow
 * @param volumes PersistentVolumes by name
 */
public record StorageFacts(Map<String, Boolean> expandable, Map<String, VolumeFacts> volumes) {

    /** Nothing known. */
    public static final StorageFacts NONE = new StorageFacts(Map.of(), Map.of());

    /**
     * A PersistentVolume as its object says.
     *
     * @param zones zones that its node affinity names
     * @param nodes nodes that its node affinity names
     * @param kept whether its reclaim policy is {@code Retain}
     */
    public record VolumeFacts(String name, List<String> zones, List<String> nodes, boolean kept) {}
}
