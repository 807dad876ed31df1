package io.pilothouse.services.internal;

import io.pilothouse.base.Failure;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.LogStatus;
import io.pilothouse.services.spi.ContainerLogs;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The logs of all containers of a service's present pods, and what pods that are gone wrote before. */
final class FollowedService implements AutoCloseable {

    /** Each costs a connection. The newest pods come first. */
    static final int AT_ONCE = 50;

    private static final int LINES_AT_THE_BEGINNING = 2_000;
    private static final int MOST_OF_ONE = 500;
    private static final int LEAST_OF_ONE = 40;

    private final WorkloadId service;
    private final boolean previous;
    private final ContainerLogs logs;
    private final Clock clock;
    private final LogRing ring = new LogRing();
    private final Map<ContainerLogs.Source, FollowedContainer> containers = new HashMap<>();
    private int left;

    FollowedService(WorkloadId service, boolean previous, ContainerLogs logs, Clock clock) {
        this.service = service;
        this.previous = previous;
        this.logs = logs;
        this.clock = clock;
    }

    LogRing ring() {
        return ring;
    }

    /** Follows what there is now and nothing else. */
    synchronized void tend(Fleet fleet) {
        List<ContainerLogs.Source> present =
                fleet.workload(service).map(FollowedService::sources).orElse(List.of());
        left = Math.max(0, present.size() - AT_ONCE);
        Set<ContainerLogs.Source> wanted = present.stream().limit(AT_ONCE).collect(Collectors.toSet());
        containers.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        int tail = Math.clamp(LINES_AT_THE_BEGINNING / Math.max(1, wanted.size()), LEAST_OF_ONE, MOST_OF_ONE);
        wanted.forEach(source -> containers
                .computeIfAbsent(source, _ -> new FollowedContainer(logs, source, previous, ring, clock))
                .tend(tail));
    }

    synchronized LogStatus.Reading status() {
        int open = (int)
                containers.values().stream().filter(FollowedContainer::isOpen).count();
        List<Failure> failures = containers.values().stream()
                .map(FollowedContainer::failure)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Failure::since))
                .toList();
        return new LogStatus.Reading(open, containers.size() - open - failures.size(), left, failures);
    }

    @Override
    public synchronized void close() {
        containers.values().forEach(FollowedContainer::close);
        containers.clear();
        ring.clear();
    }

    private static List<ContainerLogs.Source> sources(Workload workload) {
        return workload.pods().stream()
                .sorted(Comparator.comparing(Pod::created).reversed().thenComparing(Pod::name))
                .flatMap(pod -> pod.containers().stream()
                        .map(Container::name)
                        .map(container -> new ContainerLogs.Source(pod.namespace(), pod.name(), container)))
                .toList();
    }
}
