package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.spi.NodeFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What state a node is in, and why. The conditions are those of the Kubernetes documentation, "Node status": {@code Ready} must be true, any
 * other that is true is a trouble.
 */
final class NodeRules {

    private static final String READY = "Ready";

    /** Pressures come from the kubelet itself; other true conditions from whoever watches the node, such as the node problem detector. */
    private static final Map<String, String> WORDS = Map.of(
            "MemoryPressure", "memory is short",
            "DiskPressure", "disk space is short",
            "PIDPressure", "process ids are short",
            "NetworkUnavailable", "network is not set up");

    private NodeRules() {}

    static Node joined(NodeFacts facts) {
        return new Node(
                facts.name(),
                health(facts),
                facts.zone(),
                facts.cordoned(),
                facts.taints(),
                facts.conditions(),
                facts.allocatable(),
                facts.podLimit(),
                facts.software(),
                facts.created());
    }

    static Health health(NodeFacts node) {
        Optional<Node.Condition> ready = node.conditions().stream()
                .filter(condition -> condition.type().equals(READY))
                .findFirst();
        return ready.map(condition -> health(node, condition))
                .orElseGet(() -> Health.unknown("it has not reported yet"));
    }

    private static Health health(NodeFacts node, Node.Condition ready) {
        return switch (ready.status()) {
            case "True" -> reporting(node).since(ready.since());
            case "False" -> Health.failing(words("not ready", ready.message())).since(ready.since());
            default -> Health.unknown(words("does not report", ready.message())).since(ready.since());
        };
    }

    private static Health reporting(NodeFacts node) {
        List<Node.Condition> troubles = node.conditions().stream()
                .filter(condition -> !condition.type().equals(READY))
                .filter(condition -> condition.status().equals("True"))
                .toList();
        if (!troubles.isEmpty()) {
            return Health.degraded(troubles.stream().map(NodeRules::inWords).collect(Collectors.joining("; ")));
        }
        return node.cordoned() ? Health.healthy("cordoned, takes no new pods") : Health.healthy();
    }

    private static String inWords(Node.Condition trouble) {
        String known = WORDS.get(trouble.type());
        return known == null ? words(spaced(trouble.type()), trouble.message()) : known;
    }

    /** "KernelDeadlock" as "kernel deadlock". */
    private static String spaced(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String words(String what, String message) {
        String sentence = message.strip();
        String open = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return open.isEmpty() ? what : what + ": " + open;
    }
}
