package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.NodePoolFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.StorageFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds for each Kafka cluster what belongs to it: its resource, pools, brokers' pods, and what it said itself. */
final class ClusterSources {

    private static final String CLUSTER_LABEL = "strimzi.io/cluster";
    private static final String KIND_LABEL = "strimzi.io/kind";
    private static final String POOL_LABEL = "strimzi.io/pool-name";

    /** Strimzi names a broker's pod {@code cluster-pool-id}. */
    private static final Pattern NODE_ID = Pattern.compile("-(\\d{1,9})$");

    private final Facts facts;
    private final NamespaceJoiner pods;
    private final Instant now;

    ClusterSources(Facts facts, Map<String, Node> nodes, Instant now) {
        this.facts = facts;
        this.pods = new NamespaceJoiner(
                nodes, facts.kubernetes().known().map(KubernetesState::storage).orElse(StorageFacts.NONE), now);
        this.now = now;
    }

    List<ClusterJoiner.Sources> all() {
        Map<ClusterId, KafkaResourceFacts> resources = namespaces().stream()
                .flatMap(namespace -> namespace.kafkas().stream())
                .collect(Collectors.toMap(KafkaResourceFacts::id, Function.identity()));
        OperatedResources operated = new OperatedResources(namespaces(), resources.keySet());
        var ids = new TreeSet<>(facts.connections().keySet());
        ids.addAll(resources.keySet());
        return ids.stream()
                .map(id -> new ClusterJoiner.Sources(
                        id,
                        Optional.ofNullable(resources.get(id)),
                        pools(id),
                        brokerPods(id),
                        Optional.ofNullable(facts.connections().get(id)),
                        Optional.ofNullable(facts.kafka().get(id)).orElseGet(() -> unconnected(id)),
                        operated.of(id)))
                .toList();
    }

    private Collection<NamespaceFacts> namespaces() {
        return facts.kubernetes()
                .known()
                .map(KubernetesState::namespaces)
                .orElse(Map.of())
                .values();
    }

    private List<NodePoolFacts> pools(ClusterId id) {
        return namespaces().stream()
                .flatMap(namespace -> namespace.nodePools().stream())
                .filter(pool -> pool.cluster().equals(id))
                .toList();
    }

    private Map<Integer, Pod> brokerPods(ClusterId id) {
        return namespaces().stream()
                .filter(namespace -> namespace.name().equals(id.namespace()))
                .flatMap(namespace -> brokerPods(id, namespace))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    }

    private Stream<Map.Entry<Integer, Pod>> brokerPods(ClusterId id, NamespaceFacts namespace) {
        Map<String, ClaimFacts> claims = NamespaceJoiner.claims(namespace);
        return namespace.pods().stream()
                .filter(pod -> runsBrokerOf(id, pod))
                .map(pod -> Map.entry(nodeId(pod).orElseThrow(), pods.pod(pod, claims)));
    }

    private static boolean runsBrokerOf(ClusterId id, PodFacts pod) {
        return id.name().equals(pod.labels().get(CLUSTER_LABEL))
                && "Kafka".equals(pod.labels().get(KIND_LABEL))
                && pod.labels().containsKey(POOL_LABEL)
                && nodeId(pod).isPresent();
    }

    private static Optional<Integer> nodeId(PodFacts pod) {
        Matcher matcher = NODE_ID.matcher(pod.name());
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private Observed<KafkaClusterFacts> unconnected(ClusterId id) {
        return new Observed.Missing<>(new Failure(
                Failure.Kind.PREPARING,
                "Kafka cluster " + id + " has no address yet",
                "Its brokers and partitions cannot be asked.",
                "The operator writes the address into the resource's status when the brokers are up.",
                "",
                now));
    }
}
