package io.pilothouse.clusters;

import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Progress;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.StrimziState;
import java.time.Duration;
import java.util.Optional;

/** How far a new Kafka cluster is: by its pods and by what Kafka itself says, for the operator says nothing before it is done. */
final class DeployProgress {

    private static final Duration FOLLOWS = Duration.ofSeconds(10);

    private DeployProgress() {}

    static Progress of(KafkaDesign design, Aftermath aftermath) {
        int nodes = design.pools().stream().mapToInt(KafkaDesign.Pool::nodes).sum();
        Optional<KafkaCluster> found = aftermath.fleet().cluster(design.id());
        if (found.isEmpty()) {
            return aftermath.fleet().at().isAfter(aftermath.applied().plus(FOLLOWS))
                    ? new Progress.Superseded("The cluster was deleted before it was ready")
                    : new Progress.Underway("Kubernetes has taken it", 0, nodes, Optional.of("the operator"), false);
        }
        KafkaCluster cluster = found.orElseThrow();
        int ready = (int) cluster.brokers().stream()
                .filter(broker -> broker.pod().filter(Pod::ready).isPresent())
                .count();
        Optional<String> problem = cluster.strimzi().flatMap(StrimziState::problem);
        if (ready >= nodes && cluster.strimzi().filter(StrimziState::reconciled).isPresent() && problem.isEmpty()) {
            return new Progress.Settled(ready + " of " + nodes + " nodes are ready"
                    + cluster.bootstrapServers()
                            .map(servers -> ", clients connect to " + servers)
                            .orElse(""));
        }
        return new Progress.Underway(
                ready + " of " + nodes + " nodes ready",
                Math.min(ready, nodes),
                Math.max(1, nodes),
                Optional.of(problem.orElseGet(() -> waitsFor(cluster))),
                problem.isPresent());
    }

    private static String waitsFor(KafkaCluster cluster) {
        return cluster.brokers().stream()
                .filter(broker -> broker.pod().filter(Pod::ready).isEmpty())
                .map(DeployProgress::state)
                .findFirst()
                .orElse("the operator, which says no more before it is done");
    }

    private static String state(Broker node) {
        return "broker " + node.id()
                + node.pod()
                        .map(pod -> ", whose pod is " + pod.phase()
                                + (pod.health().reason().isEmpty()
                                        ? ""
                                        : ": " + pod.health().reason()))
                        .orElse(", whose pod is not there yet");
    }
}
