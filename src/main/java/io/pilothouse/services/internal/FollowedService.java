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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<Wanted> present =
                fleet.workload(service).map(FollowedService::wanted).orElse(List.of());
        left = Math.max(0, present.size() - AT_ONCE);
        Map<ContainerLogs.Source, Boolean> wanted =
                present.stream().limit(AT_ONCE).collect(Collectors.toMap(Wanted::source, Wanted::done));
        containers.entrySet().removeIf(entry -> {
            boolean gone = !wanted.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        int tail = Math.clamp(LINES_AT_THE_BEGINNING / Math.max(1, wanted.size()), LEAST_OF_ONE, MOST_OF_ONE);
        wanted.forEach((source, done) -> containers
                .computeIfAbsent(source, _ -> new FollowedContainer(logs, source, previous, ring, clock))
                .tend(tail, done));
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

    /**
     * A container whose log is to be read.
     *
     * @param done whether it has ended for good, as init containers do
     */
    private record Wanted(ContainerLogs.Source source, boolean done) {}

    private static List<Wanted> wanted(Workload workload) {
        return workload.pods().stream()
                .sorted(Comparator.comparing(Pod::created).reversed().thenComparing(Pod::name))
                .flatMap(pod -> Stream.concat(
                        pod.initContainers().stream().map(container -> wanted(pod, container, isDone(container))),
                        pod.containers().stream().map(container -> wanted(pod, container, hasEnded(pod)))))
                .toList();
    }

    private static Wanted wanted(Pod pod, Container container, boolean done) {
        return new Wanted(new ContainerLogs.Source(pod.namespace(), pod.name(), container.name()), done);
    }

    /** As the pods of Jobs do, and those that were evicted. */
    private static boolean hasEnded(Pod pod) {
        return pod.phase().equals("Succeeded") || pod.phase().equals("Failed");
    }

    private static boolean isDone(Container initContainer) {
        return initContainer.ready()
                && initContainer.lastExit().filter(exit -> exit.exitCode() == 0).isPresent();
    }
}
