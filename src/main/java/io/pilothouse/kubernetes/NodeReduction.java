package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;

import io.fabric8.kubernetes.api.model.NodeCondition;
import io.pilothouse.base.Health;
import io.pilothouse.fleet.Node;
import java.util.Map;
import java.util.Optional;

/** What is kept of a node. */
final class NodeReduction {

    private static final String ZONE_LABEL = "topology.kubernetes.io/zone";

    private NodeReduction() {}

    static Node reduce(io.fabric8.kubernetes.api.model.Node node) {
        Map<String, String> labels =
                Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
        Health health = list(node.getStatus().getConditions()).stream()
                .filter(condition -> "Ready".equals(condition.getType()))
                .findFirst()
                .map(NodeReduction::health)
                .orElseGet(() -> Health.unknown("it has not reported yet"));
        return new Node(
                node.getMetadata().getName().intern(),
                Optional.ofNullable(labels.get(ZONE_LABEL)).map(String::intern),
                health);
    }

    private static Health health(NodeCondition ready) {
        Health health = switch (ready.getStatus()) {
            case "True" -> Health.healthy();
            case "False" -> Health.failing(Metadata.text(ready.getMessage()));
            default -> Health.unknown(Metadata.text(ready.getMessage()));
        };
        return health.since(Metadata.instant(ready.getLastTransitionTime()));
    }
}
