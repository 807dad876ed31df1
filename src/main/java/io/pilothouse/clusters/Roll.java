package io.pilothouse.clusters;

import io.pilothouse.base.ClusterId;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Progress;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.StrimziState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nodes of a Kafka cluster that the operator is asked to restart one after another, and how far that is.
 *
 * @param cluster as it is now
 * @param nodes those that are meant
 * @param asked when it was asked
 * @param now the moment of the picture
 */
record Roll(KafkaCluster cluster, List<Broker> nodes, Instant asked, Instant now) {

    private static final Duration FOLLOWS = Duration.ofSeconds(5);

    /** The operator's own default between two timed reconciles, at which alone it looks for this. */
    private static final String WHEN =
            "the operator's next timed reconcile, every 2 minutes unless it is set otherwise";

    /** Empty when the cluster is gone. */
    static Optional<Roll> of(ClusterId id, Set<Integer> nodes, Aftermath aftermath) {
        return aftermath
                .fleet()
                .cluster(id)
                .map(cluster -> new Roll(
                        cluster,
                        cluster.brokers().stream()
                                .filter(broker -> nodes.contains(broker.id()))
                                .toList(),
                        aftermath.applied(),
                        aftermath.fleet().at()));
    }

    /** @param stillAsked whether the operator is still asked for those that are left */
    Progress progress(boolean stillAsked) {
        int total = Math.max(1, nodes.size());
        List<Broker> back = nodes.stream().filter(this::isBack).toList();
        if (back.size() == nodes.size()) {
            return new Progress.Settled(
                    total == 1
                            ? "It was restarted, and all its replicas are in sync"
                            : "All " + total + " were restarted, and all replicas are in sync");
        }
        boolean begun = nodes.stream().anyMatch(node -> !isBack(node) && isBeingRestarted(node));
        if (!stillAsked && !begun && now.isAfter(asked.plus(FOLLOWS))) {
            return new Progress.Superseded("It was stopped: " + back.size() + " of " + total + " restarted");
        }
        return new Progress.Underway(
                words(back.size(), total), back.size(), total, waitsFor(begun), paused() && !begun);
    }

    private String words(int back, int total) {
        String restarted = back + " of " + total + " restarted and in sync";
        return end(back, total).map(end -> restarted + ", " + end + " to go").orElse(restarted);
    }

    /** By the mean time of those that are back, once there is one. */
    private Optional<String> end(int back, int total) {
        Optional<Instant> first = renewed().map(Pod::created).min(Instant::compareTo);
        return first.filter(_ -> back > 0 && back < total)
                .map(begin -> Duration.between(begin, now).dividedBy(back).multipliedBy(total - (long) back))
                .map(left -> left.toSeconds() < 60
                        ? "less than a minute"
                        : "about " + (left.toSeconds() + 59) / 60 + " min");
    }

    private Optional<String> waitsFor(boolean begun) {
        if (begun) {
            return nodes.stream()
                    .filter(node -> !isBack(node) && isBeingRestarted(node))
                    .map(Roll::state)
                    .findFirst();
        }
        if (paused()) {
            return Optional.of("the operator, whose reconciliation is paused: resume it");
        }
        return nodes.stream()
                .filter(node -> !isRenewed(node))
                .map(node -> RestartRule.of(cluster, node))
                .filter(answer -> answer.verdict() == RestartAnswer.Verdict.NO)
                .findFirst()
                .map(answer -> "the operator, which waits itself: " + RestartWords.obstacles(answer))
                .or(() -> Optional.of(WHEN));
    }

    private static String state(Broker node) {
        String name = "broker " + node.id();
        if (node.pod().isEmpty()) {
            return name + ", whose new pod is being made";
        }
        return node.pod().filter(Pod::ready).isPresent()
                ? name + ", which catches up: "
                        + node.load().known().map(Broker.Load::outOfSync).orElse(0) + " replicas not in sync"
                : name + ", whose pod is " + node.pod().orElseThrow().phase() + " and not ready";
    }

    private boolean paused() {
        return cluster.strimzi().filter(StrimziState::paused).isPresent();
    }

    private Stream<Pod> renewed() {
        return nodes.stream().filter(this::isRenewed).flatMap(node -> node.pod().stream());
    }

    /** Kubernetes tells when a pod was made to the second. */
    private boolean isRenewed(Broker node) {
        return node.pod()
                .filter(pod -> !pod.created().isBefore(asked.minusSeconds(1)))
                .isPresent();
    }

    private boolean isBeingRestarted(Broker node) {
        return isRenewed(node)
                || node.pod().filter(pod -> !pod.phase().equals("Terminating")).isEmpty();
    }

    private boolean isBack(Broker node) {
        return isRenewed(node)
                && node.up()
                && node.pod().filter(Pod::ready).isPresent()
                && node.load().known().filter(load -> load.outOfSync() > 0).isEmpty();
    }
}
