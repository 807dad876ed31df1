package io.pilothouse.services.internal;

import io.pilothouse.base.HealthState;
import io.pilothouse.change.Check;
import io.pilothouse.fleet.Workload;
import java.util.Optional;
import java.util.stream.Stream;

/** How a service stands before a rollout. */
final class RolloutRules {

    private RolloutRules() {}

    static Stream<Check> checks(Workload service) {
        return service.rollout().paused() ? Stream.of(paused()) : Stream.of(underway(service));
    }

    /** Whether what it runs now works; empty where that is not known. */
    static Optional<Check> present(Workload service) {
        HealthState state = service.health().state();
        return switch (state) {
            case FAILING, DEGRADED ->
                Optional.of(Check.warn(
                        "What it runs now does not work; this may not either",
                        service.health().reason()));
            case HEALTHY ->
                Optional.of(Check.pass(
                        "What it runs now works",
                        service.replicas().ready() + " of " + service.replicas().desired() + " pods ready"));
            case PROGRESSING, UNKNOWN -> Optional.empty();
        };
    }

    private static Check paused() {
        return Check.warn("Its rollouts are paused: no pod is replaced until it is resumed", "spec.paused");
    }

    private static Check underway(Workload service) {
        int desired = service.replicas().desired();
        return service.replicas().rollingOut()
                ? Check.warn(
                        "A rollout is under way; this one takes its place",
                        service.replicas().updated() + " of " + desired + " pods updated")
                : Check.pass("No rollout is under way", "all " + desired + " pods updated");
    }
}
