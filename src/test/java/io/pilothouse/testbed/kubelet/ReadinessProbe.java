package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Probe;
import io.pilothouse.testbed.kubelet.ContainerState.Running;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A container's readiness: what its runtime says, or at once if the container has no readiness probe. A probe is not run,
 * but what it would fail with is reported at its own pace.
 */
final class ReadinessProbe {

    private static final int DEFAULT_PERIOD_SECONDS = 10;

    private final Container container;
    private final EventRecorder events;
    private final Optional<Probe> probe;
    private Instant nextReport = Instant.MAX;

    ReadinessProbe(Container container, EventRecorder events) {
        this.container = container;
        this.events = events;
        this.probe = Optional.ofNullable(container.getReadinessProbe());
    }

    /** The container was started; says when the probe is due first. */
    Instant begin(Instant now) {
        nextReport = probe.map(set -> now.plusSeconds(Objects.requireNonNullElse(set.getInitialDelaySeconds(), 0) + 1))
                .orElse(Instant.MAX);
        return nextReport;
    }

    Instant due() {
        return nextReport;
    }

    boolean wouldBeReady(Running running) {
        return probe.isEmpty() || running.process().ready();
    }

    boolean ready(Pod pod, Running running, Instant now) {
        boolean ready = wouldBeReady(running);
        if (probe.isPresent() && !now.isBefore(nextReport)) {
            if (!ready) {
                events.warning(
                        pod, container.getName(), "Unhealthy", "Readiness probe failed: " + failure(probe.get()));
            }
            int period = Objects.requireNonNullElse(probe.get().getPeriodSeconds(), DEFAULT_PERIOD_SECONDS);
            nextReport = now.plusSeconds(period);
        }
        return ready;
    }

    private static String failure(Probe probe) {
        if (probe.getHttpGet() != null) {
            return "HTTP probe failed with statuscode: 503";
        }
        return probe.getTcpSocket() != null ? "connect: connection refused" : "";
    }
}
