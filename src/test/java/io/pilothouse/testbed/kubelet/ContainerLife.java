package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.pilothouse.testbed.kubelet.ContainerState.Ended;
import io.pilothouse.testbed.kubelet.ContainerState.Running;
import io.pilothouse.testbed.kubelet.ContainerState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One container from its image's pull through all its restarts. Belongs to the pod's thread. */
final class ContainerLife {

    /** How often a kubelet looks at its containers: no restart comes sooner after an end. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration CONFIG_RETRY = Duration.ofSeconds(5);

    private final Container container;
    private final KubeletParts parts;
    private final ContainerStart start;
    private final ContainerLogs logs;
    private final BackOff restartBackOff;
    private final ImagePull image;
    private final ReadinessProbe probe;

    private ContainerState state = Waiting.CREATING;
    private Optional<Ended> last = Optional.empty();
    private Optional<Duration> stopping = Optional.empty();
    private int restarts;
    private Instant due = Instant.MIN;

    /** @param wake called from any thread when the container has ended */
    ContainerLife(Container container, KubeletParts parts, ContainerLogs logs, Runnable wake) {
        this.container = container;
        this.parts = parts;
        this.logs = logs;
        this.start = new ContainerStart(parts, container, logs, wake);
        this.restartBackOff = new BackOff(parts.settings());
        this.image = new ImagePull(parts, container);
        this.probe = new ReadinessProbe(container, parts.events());
    }

    /** Does what is due: notices an end, starts or starts again. */
    void advance(Pod pod, PodPlace place, Instant now) {
        observe(pod, now);
        switch (state) {
            case Running running -> due = probe.due();
            case Waiting waiting -> startWhenDue(pod, place, now);
            case Ended ended -> restartWhenDue(pod, place, ended, now);
        }
    }

    /** Notices an end or another readiness, and starts nothing. */
    void observe(Pod pod, Instant now) {
        if (!(state instanceof Running running)) {
            return;
        }
        Optional<Ended> ended = start.endOf(running);
        if (ended.isPresent()) {
            state = ended.get();
            due = ended.get().endedAt().plus(LOOK);
        } else {
            state = running.withReady(probe.ready(pod, running, now));
        }
    }

    /** Whether something happened of which the picture does not tell yet; may be asked often. */
    boolean changed() {
        return state instanceof Running running
                && (start.endOf(running).isPresent() || probe.wouldBeReady(running) != running.ready());
    }

    /** Stops the container, if it runs; a second call can only shorten the grace period. */
    void stop(Pod pod, Duration grace) {
        if (!(state instanceof Running running)) {
            return;
        }
        if (stopping.isEmpty()) {
            parts.events().normal(pod, container.getName(), "Killing", "Stopping container " + container.getName());
        }
        if (stopping.isEmpty() || grace.compareTo(stopping.get()) < 0) {
            stopping = Optional.of(grace);
            running.process().stop(grace);
        }
    }

    boolean runs() {
        return state instanceof Running;
    }

    /** When there may be something to do, should nothing happen before. */
    Instant due() {
        return due;
    }

    ContainerPicture picture() {
        return new ContainerPicture(container, state, last, restarts, logs);
    }

    private void startWhenDue(Pod pod, PodPlace place, Instant now) {
        if (now.isBefore(due)) {
            return;
        }
        Optional<Waiting> pulling = image.advance(pod, now);
        if (pulling.isPresent()) {
            state = pulling.get();
            due = image.due();
            return;
        }
        try {
            int run = restarts + (last.isPresent() ? 1 : 0);
            state = start.start(pod, place, run, now);
            restarts = run;
            stopping = Optional.empty();
            due = probe.begin(now);
        } catch (ContainerConfigException e) {
            fail(pod, "CreateContainerConfigError", String.valueOf(e.getMessage()), now.plus(CONFIG_RETRY));
        } catch (ContainerStartException e) {
            restartBackOff.raise(now, now);
            fail(pod, "RunContainerError", String.valueOf(e.getMessage()), now.plus(restartBackOff.current()));
        } catch (KubernetesClientException unreachable) {
            due = now.plus(LOOK);
        }
    }

    private void fail(Pod pod, String reason, String message, Instant nextTry) {
        parts.events().warning(pod, container.getName(), "Failed", "Error: " + message);
        state = new Waiting(reason, message);
        due = nextTry;
    }

    private void restartWhenDue(Pod pod, PodPlace place, Ended ended, Instant now) {
        if (!RestartPolicy.of(pod).restarts(ended.exit())) {
            due = Instant.MAX;
            return;
        }
        if (now.isBefore(due)) {
            return;
        }
        last = Optional.of(ended);
        Instant earliest = ended.endedAt().plus(restartBackOff.current());
        if (now.isBefore(earliest)) {
            backOff(pod);
            due = earliest;
        } else {
            state = Waiting.CREATING;
            startWhenDue(pod, place, now);
        }
        restartBackOff.raise(ended.endedAt(), now);
    }

    private void backOff(Pod pod) {
        String fullName = pod.getMetadata().getName() + "_" + pod.getMetadata().getNamespace() + "("
                + pod.getMetadata().getUid() + ")";
        parts.events()
                .warning(
                        pod,
                        container.getName(),
                        "BackOff",
                        "Back-off restarting failed container " + container.getName() + " in pod " + fullName);
        state = new Waiting(
                "CrashLoopBackOff",
                "back-off " + GoDuration.format(restartBackOff.current()) + " restarting failed container="
                        + container.getName() + " pod=" + fullName);
    }
}
