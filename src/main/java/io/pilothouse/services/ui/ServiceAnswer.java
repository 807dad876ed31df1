package io.pilothouse.services.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.Workload;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first line of a service's page: how it is, in words. */
final class ServiceAnswer {

    private ServiceAnswer() {}

    static Answer of(Workload service) {
        boolean healthy = service.health().state() == HealthState.HEALTHY;
        Optional<Instant> since = healthy ? Optional.empty() : service.health().since();
        String rest = Stream.of(remark(service, healthy), ScalingWords.sentence(service), restarts(service.restarts()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new Answer(headline(service), since, rest);
    }

    private static String headline(Workload service) {
        String reason = service.health().reason();
        return switch (service.health().state()) {
            case HEALTHY ->
                service.batch().isPresent()
                        ? BatchWords.headline(service.batch().orElseThrow())
                        : service.replicas().desired() == 0 ? "Scaled to zero" : replicas(service.replicas());
            case UNKNOWN -> reason.isEmpty() ? "Its state is not known" : "Its state is not known: " + reason;
            case PROGRESSING, DEGRADED, FAILING ->
                reason.isEmpty() ? service.health().state().word() : ServiceWords.sentence(reason);
        };
    }

    private static Optional<String> remark(Workload service, boolean healthy) {
        if (service.batch().isPresent()) {
            return service.batch().flatMap(BatchWords::remark);
        }
        return healthy ? remark(service) : Optional.of(replicas(service.replicas()) + ".");
    }

    private static Optional<String> remark(Workload service) {
        if (service.replicas().desired() == 0) {
            return Optional.of("It wants no replicas, so nothing of it runs.");
        }
        String reason = service.health().reason();
        return reason.isEmpty() ? Optional.empty() : Optional.of(ServiceWords.sentence(reason) + ".");
    }

    /** "All 4 replicas are ready"; "1 of 2 replicas is ready"; "None of its 2 replicas is ready". */
    private static String replicas(ReplicaCounts replicas) {
        int ready = replicas.ready();
        int desired = replicas.desired();
        if (desired == 0) {
            return "It wants no replicas";
        }
        if (desired == 1) {
            return ready >= 1 ? "Its one replica is ready" : "Its one replica is not ready";
        }
        if (ready >= desired) {
            return "All " + Formats.count(desired) + " replicas are ready";
        }
        return ready == 0
                ? "None of its " + Formats.count(desired) + " replicas is ready"
                : Formats.count(ready) + " of " + Formats.count(desired) + " replicas " + (ready == 1 ? "is" : "are")
                        + " ready";
    }

    private static Optional<String> restarts(Restarts restarts) {
        int count = restarts.count();
        if (count == 0) {
            return Optional.empty();
        }
        String times = (restarts.complete() ? "" : "at least ") + Formats.counted(count, "time");
        return Optional.of("Restarted " + times + " within the last hour.");
    }
}
