package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import java.time.Instant;
import java.util.Optional;

/**
 * What state a node of a Kafka cluster is in. Kafka's word comes first; the pod's readiness decides where Kafka's is older, so that a
 * broker that was killed is seen at once and not only when Kafka misses its heartbeats.
 */
final class BrokerRules {

    private BrokerRules() {}

    /**
     * What is known of one node.
     *
     * @param kafkaAnswers whether the cluster could be asked just now
     * @param node what the cluster says of it; empty when it does not know it
     * @param voter whether the quorum counts it among its voters
     * @param pod the pod that runs it, if Kubernetes holds one
     * @param expected whether Kubernetes' resources want it
     * @param load its partitions, if known
     */
    record Sighting(
            boolean kafkaAnswers,
            Optional<KafkaNodeFacts> node,
            boolean voter,
            Optional<Pod> pod,
            boolean expected,
            Optional<Broker.Load> load) {}

    /** Whether it takes part in the cluster now. */
    static boolean up(Sighting sighting) {
        if (endedSinceItAnswered(sighting)) {
            return false;
        }
        if (!sighting.kafkaAnswers() || sighting.node().isEmpty()) {
            return (sighting.voter() || !sighting.kafkaAnswers())
                    && sighting.pod().filter(BrokerRules::ready).isPresent();
        }
        KafkaNodeFacts node = sighting.node().orElseThrow();
        return !node.fenced() && node.answered().problem().isEmpty();
    }

    static Health health(Sighting sighting) {
        if (up(sighting)) {
            return sighting.load()
                    .filter(load -> load.outOfSync() > 0)
                    .map(BrokerRules::catchingUp)
                    .orElseGet(Health::healthy);
        }
        Optional<Pod> pod = sighting.pod();
        if (pod.isPresent()) {
            return downWithPod(sighting, pod.orElseThrow());
        }
        if (!sighting.kafkaAnswers()) {
            return Health.unknown("neither Kafka nor a pod tells of it");
        }
        if (sighting.expected()) {
            return Health.failing("down: it has no pod");
        }
        return Health.failing("down: " + sighting.node().map(BrokerRules::why).orElse("the cluster does not know it"));
    }

    private static Health downWithPod(Sighting sighting, Pod pod) {
        boolean planned = pod.health().state() == HealthState.PROGRESSING && pod.totalRestarts() == 0;
        if (planned) {
            return Health.progressing(
                            "pod " + pod.name() + " is " + pod.health().reason())
                    .since(pod.health().since());
        }
        if (ready(pod) && sighting.kafkaAnswers()) {
            return Health.failing(
                    "down: " + sighting.node().map(BrokerRules::why).orElse("the cluster does not know it"));
        }
        if (ready(pod)) {
            return Health.unknown("its pod is ready, but Kafka does not answer");
        }
        return Health.failing("down: pod " + pod.name() + " " + pod.health().reason())
                .since(pod.health().since());
    }

    private static String why(KafkaNodeFacts node) {
        return node.fenced() ? "fenced by the controller, its heartbeats stopped" : "it does not answer";
    }

    private static Health catchingUp(Broker.Load load) {
        return Health.progressing(
                "catching up: " + load.outOfSync() + " of " + load.replicas() + " replicas not in sync");
    }

    private static boolean endedSinceItAnswered(Sighting sighting) {
        Optional<Instant> answered =
                sighting.node().flatMap(node -> node.answered().observedAt());
        return sighting.pod()
                .filter(pod -> !ready(pod))
                .flatMap(pod -> pod.health().since())
                .filter(ended -> answered.map(ended::isAfter).orElse(true))
                .isPresent();
    }

    private static boolean ready(Pod pod) {
        return !pod.containers().isEmpty()
                && pod.readyContainers() == pod.containers().size()
                && !pod.phase().equals("Terminating");
    }
}
