package io.pilothouse.services.internal;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.HealthState;
import io.pilothouse.change.Check;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a revision that a service is to go back to. */
final class RevisionRules {

    private static final String POD = "Pod";

    private RevisionRules() {}

    /** @param keptIn name of the object that keeps the revision */
    static Stream<Check> checks(Workload service, String keptIn, VisibleFleet fleet) {
        if (!fleet.seesPods(service.id().namespace())) {
            return Stream.of(Check.unknown("How its pods did is not for you to see", "no right: list pods"));
        }
        return service.revisions().stream()
                .filter(revision -> revision.name().equals(keptIn))
                .flatMap(revision -> Stream.of(past(service, revision, fleet), images(service, revision, fleet)));
    }

    private static Check past(Workload service, Revision revision, VisibleFleet fleet) {
        String name = "revision " + revision.number();
        return failing(service, revision)
                .or(() -> warning(service, revision, fleet))
                .map(reason -> Check.warn("Pods of " + name + " failed lately", reason))
                .orElseGet(() -> Check.pass("No pod of " + name + " is known to have failed", "pods and events"));
    }

    private static Optional<String> failing(Workload service, Revision revision) {
        return service.pods().stream()
                .filter(pod -> pod.revision().filter(revision.hash()::equals).isPresent())
                .filter(pod -> pod.health().state() == HealthState.FAILING)
                .map(pod -> pod.name() + ": " + pod.health().reason())
                .findFirst();
    }

    /** The pods of a ReplicaSet are called like it; events outlive their pods for an hour or so. */
    private static Optional<String> warning(Workload service, Revision revision, VisibleFleet fleet) {
        return slice(service, fleet)
                .flatMap(slice -> slice.events().stream())
                .filter(event -> event.type() == Event.Type.WARNING)
                .filter(event -> event.subject().kind().equals(POD)
                        && event.subject().name().startsWith(revision.name() + "-"))
                .map(event -> event.reason() + ": " + event.message())
                .findFirst();
    }

    /** An image that a pod runs was pulled; of another nobody knows whether its registry still has it. */
    private static Check images(Workload service, Revision revision, VisibleFleet fleet) {
        Set<String> running = slice(service, fleet)
                .flatMap(slice -> Stream.concat(
                        slice.workloads().stream().flatMap(workload -> workload.pods().stream()),
                        slice.otherPods().stream()))
                .filter(Pod::ready)
                .flatMap(pod -> pod.containers().stream())
                .map(Container::image)
                .collect(Collectors.toSet());
        List<String> unknown = revision.images().stream()
                .filter(image -> !running.contains(image))
                .toList();
        String all = String.join(", ", revision.images());
        return unknown.isEmpty()
                ? Check.pass("Its image runs now, so it can be had", all)
                : Check.unknown(
                        "No pod in its namespace runs its image; its registry may not have it any more",
                        String.join(", ", unknown));
    }

    private static Stream<NamespaceSlice> slice(Workload service, VisibleFleet fleet) {
        return Optional.ofNullable(fleet.fleet().namespaces().get(service.id().namespace())).stream();
    }
}
