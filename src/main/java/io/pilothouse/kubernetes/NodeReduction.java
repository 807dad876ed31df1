package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.text;

import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import io.fabric8.kubernetes.api.model.Taint;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.spi.NodeFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of a node. */
final class NodeReduction {

    private static final String ZONE_LABEL = "topology.kubernetes.io/zone";

    private NodeReduction() {}

    static NodeFacts reduce(io.fabric8.kubernetes.api.model.Node node) {
        Map<String, String> labels =
                Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
        NodeStatus status = Optional.ofNullable(node.getStatus()).orElseGet(NodeStatus::new);
        return new NodeFacts(
                node.getMetadata().getName().intern(),
                Optional.ofNullable(labels.get(ZONE_LABEL)).map(String::intern),
                Boolean.TRUE.equals(node.getSpec().getUnschedulable()),
                taints(node.getSpec().getTaints()),
                list(status.getConditions()).stream()
                        .map(NodeReduction::condition)
                        .toList(),
                Quantities.resources(status.getAllocatable()),
                Quantities.amount(status.getAllocatable(), "pods").intValue(),
                Optional.ofNullable(status.getNodeInfo())
                        .map(NodeReduction::software)
                        .orElse(new Node.Software("", "", "", "")),
                Metadata.created(node));
    }

    private static List<Node.Taint> taints(@Nullable List<Taint> taints) {
        return list(taints).stream()
                .map(taint -> new Node.Taint(
                        text(taint.getKey()).intern(),
                        text(taint.getValue()).intern(),
                        text(taint.getEffect()).intern()))
                .toList();
    }

    private static Node.Condition condition(NodeCondition condition) {
        return new Node.Condition(
                text(condition.getType()).intern(),
                text(condition.getStatus()).intern(),
                text(condition.getReason()).intern(),
                text(condition.getMessage()).intern(),
                Metadata.instant(condition.getLastTransitionTime()));
    }

    private static Node.Software software(NodeSystemInfo info) {
        return new Node.Software(
                text(info.getKubeletVersion()).intern(),
                text(info.getOsImage()).intern(),
                text(info.getArchitecture()).intern(),
                text(info.getContainerRuntimeVersion()).intern());
    }
}
