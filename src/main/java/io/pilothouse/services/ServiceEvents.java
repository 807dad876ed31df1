package io.pilothouse.services;

import io.pilothouse.access.Look;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What happened lately to a service: to its object, its ReplicaSets, its autoscaler, its volume claims and its pods, those that are gone among
 * them, which are known by the names that controllers give to pods.
 */
public final class ServiceEvents {

    private final Workload service;
    private final Set<String> pods;
    private final Set<String> replicaSets;
    private final Set<String> runs;
    private final Pattern podName;
    private final Pattern claimName;

    private ServiceEvents(Workload service) {
        this.service = service;
        this.pods = service.pods().stream().map(Pod::name).collect(Collectors.toSet());
        this.replicaSets = service.revisions().stream().map(Revision::name).collect(Collectors.toSet());
        this.runs = service.batch().map(Batch::runs).orElse(List.of()).stream()
                .map(Batch.Run::name)
                .collect(Collectors.toSet());
        this.podName = podName(service);
        this.claimName = Pattern.compile(".+-" + Pattern.quote(service.id().name()) + "-\\d+");
    }

    /** Newest first; hidden from who may not list the events of the namespace. */
    public static Look<List<Event>> of(Workload service, VisibleFleet fleet) {
        String namespace = service.id().namespace();
        if (!fleet.sight().sees(ReadableKind.EVENTS, namespace)) {
            return new Look.Hidden<>(ReadableKind.EVENTS.list(namespace));
        }
        List<Event> all = Optional.ofNullable(fleet.fleet().namespaces().get(namespace))
                .map(NamespaceSlice::events)
                .orElse(List.of());
        ServiceEvents events = about(service);
        return new Look.Seen<>(
                all.stream().filter(event -> events.concerns(event.subject())).toList());
    }

    /** To ask what concerns a service. */
    static ServiceEvents about(Workload service) {
        return new ServiceEvents(service);
    }

    /** Whether an object of the service's namespace is it, or belongs to it. */
    boolean concerns(Event.Subject subject) {
        return switch (subject.kind()) {
            case "Pod" ->
                pods.contains(subject.name()) || podName.matcher(subject.name()).matches();
            case "Job" -> runs.contains(subject.name());
            case "ReplicaSet" -> replicaSets.contains(subject.name());
            case "HorizontalPodAutoscaler" ->
                service.autoscaling()
                        .map(Autoscaling::name)
                        .filter(subject.name()::equals)
                        .isPresent();
            case "ScaledObject" ->
                service.scaledObject()
                        .map(ScaledObject::name)
                        .filter(subject.name()::equals)
                        .isPresent();
            case "PersistentVolumeClaim" ->
                keepsVolumes() && claimName.matcher(subject.name()).matches();
            default ->
                subject.kind().equals(service.id().kind().kind())
                        && subject.name().equals(service.id().name());
        };
    }

    private boolean keepsVolumes() {
        return switch (service.id().kind()) {
            case STATEFUL_SET, STRIMZI_POD_SET -> true;
            case DEPLOYMENT, DAEMON_SET, JOB, CRON_JOB -> false;
        };
    }

    private static Pattern podName(Workload service) {
        String name = Pattern.quote(service.id().name());
        return Pattern.compile(
                switch (service.id().kind()) {
                    case STATEFUL_SET, STRIMZI_POD_SET -> name + "-\\d+";
                    case CRON_JOB -> name + "-\\d+-[a-z0-9]{5}";
                    case DAEMON_SET, JOB -> name + "-[a-z0-9]{5}";
                    case DEPLOYMENT ->
                        service.revisions().stream()
                                .map(revision -> Pattern.quote(revision.name()) + "-[a-z0-9]{5}")
                                .collect(Collectors.joining("|"));
                });
    }
}
