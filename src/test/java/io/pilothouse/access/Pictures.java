package io.pilothouse.access;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.base.SettableClock;
import io.pilothouse.fleet.Coordination;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.RolloutState;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.SourceStatus;
import io.pilothouse.fleet.StrimziResources;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small pictures for tests. */
public final class Pictures {

    public static final Fleet EMPTY = of(List.of(), List.of());

    private static final Failure UNKNOWN =
            new Failure(Failure.Kind.PREPARING, "not read", "", "", "", SettableClock.START);

    private Pictures() {}

    /** A Deployment {@code app} in each of the namespaces. */
    public static Fleet withNamespaces(String... namespaces) {
        return of(
                Arrays.stream(namespaces)
                        .map(namespace -> new WorkloadId(namespace, WorkloadKind.DEPLOYMENT, "app"))
                        .toList(),
                List.of());
    }

    public static Fleet of(List<WorkloadId> workloads, List<ClusterId> clusters) {
        Map<String, NamespaceSlice> namespaces =
                workloads.stream().collect(Collectors.groupingBy(WorkloadId::namespace)).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new NamespaceSlice(
                                        entry.getKey(),
                                        entry.getValue().stream()
                                                .map(Pictures::workload)
                                                .toList(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of())));
        return new Fleet(
                1,
                SettableClock.START,
                Stream.of(Source.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                source -> new SourceStatus(source, Optional.of(SettableClock.START), List.of()))),
                namespaces,
                Map.of(),
                clusters.stream().collect(Collectors.toMap(Function.identity(), Pictures::cluster)),
                new Observed.Missing<>(UNKNOWN),
                Map.of(),
                List.of());
    }

    private static Workload workload(WorkloadId id) {
        return new Workload(
                id,
                "uid-" + id,
                Health.healthy(),
                new ReplicaCounts(1, 1, 1, true),
                Optional.empty(),
                Restarts.NONE,
                List.of("registry.example/app:1"),
                Optional.empty(),
                Optional.empty(),
                SettableClock.START,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new RolloutState(1, false, Optional.empty(), false),
                List.of());
    }

    private static KafkaCluster cluster(ClusterId id) {
        return new KafkaCluster(
                id,
                Health.healthy(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Observed.Missing<>(UNKNOWN),
                new Observed.Missing<>(UNKNOWN),
                new Observed.Missing<>(UNKNOWN),
                Optional.empty(),
                new Observed.Missing<>(UNKNOWN),
                new Coordination(
                        new Observed.Missing<>(UNKNOWN),
                        new Observed.Missing<>(UNKNOWN),
                        new Observed.Missing<>(UNKNOWN),
                        Map.of()),
                StrimziResources.NONE,
                List.of());
    }
}
