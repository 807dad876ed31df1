package io.pilothouse.fleet.internal;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.PartitionCounts;
import io.pilothouse.fleet.StrimziState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What state a Kafka cluster is in. The operator's {@code Ready} condition is no evidence: it stays true during rolls and while no
 * broker answers.
 */
final class ClusterRules {

    private ClusterRules() {}

    /**
     * @param kafka what went wrong when the cluster was asked last; empty when it answered
     * @param everAnswered whether it ever answered
     */
    static Health health(
            Optional<Failure> kafka,
            boolean everAnswered,
            List<Broker> brokers,
            Observed<PartitionCounts> partitions,
            Optional<StrimziState> strimzi) {
        if (kafka.isPresent()) {
            return unreachable(kafka.orElseThrow(), everAnswered, brokers);
        }
        return Stream.of(
                        partitions.known().flatMap(ClusterRules::partitionTrouble),
                        brokerTrouble(brokers),
                        partitions.known().flatMap(counts -> underReplicated(counts, brokers)),
                        partitions.known().isEmpty()
                                ? Optional.of(Health.unknown("its partitions cannot be read"))
                                : Optional.<Health>empty(),
                        strimzi.flatMap(ClusterRules::operatorTrouble))
                .flatMap(Optional::stream)
                .reduce(Health::orWorse)
                .orElseGet(() -> Health.healthy(strimzi.filter(StrimziState::paused)
                        .map(_ -> "reconciliation is paused")
                        .orElse("")));
    }

    private static Health unreachable(Failure failure, boolean everAnswered, List<Broker> brokers) {
        boolean silent = failure.kind() == Failure.Kind.UNREACHABLE || failure.kind() == Failure.Kind.TIMEOUT;
        boolean starting = brokers.stream().anyMatch(broker -> broker.health().state() == HealthState.PROGRESSING);
        if (starting && !everAnswered) {
            return Health.progressing("its brokers are starting");
        }
        return silent && (everAnswered || brokers.stream().noneMatch(Broker::up))
                ? Health.failing("no broker answers").since(failure.since())
                : Health.unknown(failure.summary()).since(failure.since());
    }

    private static Optional<Health> partitionTrouble(PartitionCounts counts) {
        if (counts.offline() > 0) {
            return Optional.of(Health.failing(partitions(counts.offline()) + " offline"));
        }
        if (counts.belowMinimumInSync() > 0) {
            return Optional.of(Health.failing(partitions(counts.belowMinimumInSync())
                    + " below min.insync.replicas: writes with acks=all are refused"));
        }
        return Optional.empty();
    }

    private static Optional<Health> brokerTrouble(List<Broker> brokers) {
        List<Broker> down = withState(brokers, HealthState.FAILING);
        if (!down.isEmpty()) {
            String reason = named(down) + (down.size() == 1 ? " is down" : " are down");
            return Optional.of(
                    down.size() == brokers.size() ? Health.failing("all brokers are down") : Health.degraded(reason));
        }
        List<Broker> moving = withState(brokers, HealthState.PROGRESSING);
        if (!moving.isEmpty()) {
            return Optional.of(Health.progressing(
                    named(moving) + ": " + moving.getFirst().health().reason()));
        }
        return Optional.empty();
    }

    private static Optional<Health> underReplicated(PartitionCounts counts, List<Broker> brokers) {
        if (counts.underReplicated() == 0) {
            return Optional.empty();
        }
        String reason = partitions(counts.underReplicated()) + " under-replicated";
        boolean expected = brokers.stream().anyMatch(broker -> broker.health().state() == HealthState.PROGRESSING);
        return Optional.of(expected ? Health.progressing(reason) : Health.degraded(reason));
    }

    private static Optional<Health> operatorTrouble(StrimziState strimzi) {
        if (strimzi.problem().isPresent()) {
            return Optional.of(
                    Health.degraded("the operator reports: " + strimzi.problem().orElseThrow()));
        }
        return strimzi.reconciled() || strimzi.paused()
                ? Optional.empty()
                : Optional.of(Health.progressing("the operator has yet to act on the newest change"));
    }

    private static List<Broker> withState(List<Broker> brokers, HealthState state) {
        return brokers.stream()
                .filter(broker -> broker.health().state() == state)
                .toList();
    }

    private static String named(List<Broker> brokers) {
        String ids = brokers.stream().map(broker -> String.valueOf(broker.id())).collect(Collectors.joining(", "));
        return (brokers.size() == 1 ? "broker " : "brokers ") + ids;
    }

    private static String partitions(int count) {
        return count == 1 ? "1 partition" : count + " partitions";
    }
}
