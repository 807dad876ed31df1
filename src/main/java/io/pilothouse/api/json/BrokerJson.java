package io.pilothouse.api.json;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ByteSize;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Pod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a Kafka cluster: a broker, a controller or both. */
public record BrokerJson(
        String self,
        int id,
        List<String> roles,
        HealthJson health,
        boolean up,
        @Nullable String pod,
        @Nullable String node,
        Known<String> zone,
        boolean activeController,
        Known<PartitionLoadJson> load,
        Known<DiskJson> disk,
        Known<List<VolumeJson>> volumes) {

    private static final String VOLUMES = "The broker does not tell of its volumes (KIP-827).";

    /** Partitions of a broker. */
    public record PartitionLoadJson(int leaders, int replicas, int outOfSync, Known<Long> laggingMessages) {
        private static PartitionLoadJson of(Broker.Load load) {
            return new PartitionLoadJson(
                    load.leaders(),
                    load.replicas(),
                    load.outOfSync(),
                    Known.of(load.lagging(), "No source tells how far its replicas are behind."));
        }
    }

    /** Disk space of a broker. */
    public record DiskJson(long usedBytes, Known<Long> capacityBytes, Known<Long> freeBytes) {
        private static DiskJson of(Broker.Disk disk) {
            return new DiskJson(
                    disk.used().bytes(),
                    Known.of(disk.capacity().map(ByteSize::bytes), VOLUMES),
                    Known.of(disk.free().map(ByteSize::bytes), VOLUMES));
        }
    }

    public static BrokerJson of(Broker broker, ClusterId cluster, VisibleFleet fleet) {
        return new BrokerJson(
                Addresses.of("clusters/" + cluster + "/brokers/" + broker.id()),
                broker.id(),
                broker.roles().stream().sorted().map(Words::of).toList(),
                HealthJson.of(broker.health()),
                broker.up(),
                broker.pod().map(Pod::name).orElse(null),
                broker.pod().flatMap(Pod::node).orElse(null),
                zone(broker, fleet),
                broker.activeController(),
                Known.of(broker.load(), PartitionLoadJson::of),
                Known.of(broker.disk(), DiskJson::of),
                VolumeJson.of(broker.volumes(), cluster.namespace(), fleet));
    }

    /** By Kafka's word, else by its node's. */
    private static Known<String> zone(Broker broker, VisibleFleet fleet) {
        if (broker.rack().isPresent()) {
            return Known.of(broker.rack().orElseThrow());
        }
        return fleet.seesNodes()
                ? Known.of(broker.pod().flatMap(Pod::zone), "It has no broker.rack, and its node names no zone.")
                : Known.hidden(ReadableKind.NODES.list(""));
    }
}
