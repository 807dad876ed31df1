package io.pilothouse.fleet.internal;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.SourceStatus;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How well each source can be read, told from its facts. */
final class SourceStatuses {

    private SourceStatuses() {}

    static Map<Source, SourceStatus> of(Facts facts, Instant now) {
        return Map.of(
                Source.KUBERNETES, kubernetes(facts.kubernetes()),
                Source.KAFKA, kafka(facts.kafka(), now),
                Source.PROMETHEUS,
                        new SourceStatus(
                                Source.PROMETHEUS,
                                facts.metrics().observedAt(),
                                facts.metrics().problem().stream().toList()));
    }

    private static SourceStatus kubernetes(Observed<KubernetesState> kubernetes) {
        Stream<Failure> gaps = kubernetes.known().stream().flatMap(state -> state.gaps().stream());
        return new SourceStatus(
                Source.KUBERNETES,
                kubernetes.observedAt(),
                Stream.concat(kubernetes.problem().stream(), gaps).toList());
    }

    private static SourceStatus kafka(Map<?, Observed<KafkaClusterFacts>> clusters, Instant now) {
        Optional<Instant> newest = clusters.values().stream()
                .flatMap(cluster -> cluster.observedAt().stream())
                .max(Comparator.naturalOrder());
        List<Failure> failures = clusters.values().stream()
                .flatMap(cluster -> cluster.problem().stream())
                .sorted(Comparator.comparing(Failure::since))
                .toList();
        return new SourceStatus(Source.KAFKA, newest, clusters.isEmpty() ? List.of(noCluster(now)) : failures);
    }

    private static Failure noCluster(Instant now) {
        return new Failure(
                Failure.Kind.PREPARING,
                "No Kafka cluster is known yet",
                "Nothing of Kafka can be shown.",
                "Clusters come from Kafka resources in Kubernetes and from the setting pilothouse.kafka.clusters.",
                "",
                now);
    }
}
