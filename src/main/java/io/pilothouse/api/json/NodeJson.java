package io.pilothouse.api.json;

import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.nodes.HostedBroker;
import io.pilothouse.nodes.NodeLoad;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node of the Kubernetes cluster and what runs on it. */
public record NodeJson(
        String self,
        String name,
        HealthJson health,
        @Nullable String zone,
        boolean cordoned,
        List<TaintJson> taints,
        List<ConditionJson> conditions,
        ResourcesJson allocatable,
        Known<Integer> podLimit,
        SoftwareJson software,
        Instant created,
        NodeLoadJson load,
        List<HostedJson> brokers) {

    /** Keeps pods away. */
    public record TaintJson(String key, String value, String effect) {
        private static TaintJson of(Node.Taint taint) {
            return new TaintJson(taint.key(), taint.value(), taint.effect());
        }
    }

    /** One thing that is said of it. */
    public record ConditionJson(
            String type,
            String status,
            String reason,
            String message,
            @Nullable Instant since) {
        private static ConditionJson of(Node.Condition condition) {
            return new ConditionJson(
                    condition.type(),
                    condition.status(),
                    condition.reason(),
                    condition.message(),
                    condition.since().orElse(null));
        }
    }

    /** What it runs. */
    public record SoftwareJson(String kubelet, String operatingSystem, String architecture, String containerRuntime) {
        private static SoftwareJson of(Node.Software software) {
            return new SoftwareJson(
                    software.kubelet(),
                    software.operatingSystem(),
                    software.architecture(),
                    software.containerRuntime());
        }
    }

    /**
     * How full it is.
     *
     * @param whole whether the person may see all its pods; else the figures are of some of them alone
     * @param measuredPods of how many pods the use is known
     */
    public record NodeLoadJson(
            boolean whole, int pods, ResourcesJson requested, Known<UsageJson> used, Known<Integer> measuredPods) {
        private static NodeLoadJson of(NodeLoad load) {
            return new NodeLoadJson(
                    load.whole(),
                    load.pods(),
                    ResourcesJson.of(load.requested()),
                    used(load),
                    Known.of(load.used(), NodeLoad.UsedByPods::measured));
        }

        private static Known<UsageJson> used(NodeLoad load) {
            boolean none =
                    load.used().known().filter(used -> used.measured() == 0).isPresent();
            return none
                    ? Known.of(Optional.empty(), "Prometheus knows none of these pods.")
                    : Known.of(load.used(), used -> UsageJson.of(used.sum()));
        }
    }

    /** A Kafka broker on it. */
    public record HostedJson(ClusterRef cluster, int id, boolean up) {
        private static HostedJson of(HostedBroker broker) {
            return new HostedJson(ClusterRef.of(broker.cluster()), broker.id(), broker.up());
        }
    }

    public static NodeJson of(NodeLoad load) {
        Node node = load.node();
        return new NodeJson(
                Addresses.of(FleetNavigation.node(node.name())),
                node.name(),
                HealthJson.of(node.health()),
                node.zone().orElse(null),
                node.cordoned(),
                node.taints().stream().map(TaintJson::of).toList(),
                node.conditions().stream().map(ConditionJson::of).toList(),
                ResourcesJson.of(node.allocatable()),
                Known.of(Optional.of(node.podLimit()).filter(limit -> limit > 0), "The node does not tell."),
                SoftwareJson.of(node.software()),
                node.created(),
                NodeLoadJson.of(load),
                load.brokers().stream().map(HostedJson::of).toList());
    }
}
