package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pod, from its binding to a node until it is gone. A thread of its own compares what the pod should be with what its
 * containers are, does what is due and writes the status; everything else only wakes it.
 */
final class PodLife {

    private static final Logger LOG = LoggerFactory.getLogger(PodLife.class);
    private static final Duration READINESS_LOOK = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final KubeletParts parts;
    private final Instant startedAt;
    private final PodGround ground;
    private final List<ContainerLife> containers;
    private final Consumer<PodLife> onEnd;
    private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);

    private volatile Pod newest;
    private volatile boolean gone;
    private volatile boolean closed;
    private volatile PodPicture picture;
    private @Nullable PodStatus written;
    private @Nullable Pod compared;
    private boolean statusPending;

    PodLife(Pod pod, KubeletParts parts, Consumer<PodLife> onEnd) {
        this.parts = parts;
        this.newest = pod;
        this.onEnd = onEnd;
        this.startedAt = parts.clock().instant();
        this.ground = new PodGround(pod, parts);
        this.containers = pod.getSpec().getContainers().stream()
                .map(container -> new ContainerLife(container, parts, ground.logsOf(container), this::wake))
                .toList();
        this.picture = takePicture(pod);
    }

    void begin() {
        Thread.ofVirtual().name("pod " + newest.getMetadata().getName()).start(this::live);
    }

    /** The pod changed on the API server. */
    void observed(Pod pod) {
        newest = pod;
        wake();
    }

    /** The pod is no longer on the API server: what still runs must end. */
    void gone() {
        gone = true;
        wake();
    }

    /** Ends the thread and leaves the containers as they are, as a kubelet that is stopped does. */
    void close() {
        closed = true;
        wake();
    }

    PodPicture picture() {
        return picture;
    }

    private void wake() {
        wakeUps.offer(true);
    }

    private void live() {
        try {
            while (!closed && !advanceSafely()) {
                sleep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A runtime's mistake must not leave a pod without anybody who looks after it. */
    private boolean advanceSafely() {
        try {
            return advance();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Pod {} could not be brought further, trying again",
                    newest.getMetadata().getName(),
                    e);
            statusPending = true;
            return false;
        }
    }

    /** Does all that is due; whether the pod has come to its end. */
    private boolean advance() {
        Pod pod = newest;
        boolean ending = gone || pod.getMetadata().getDeletionTimestamp() != null;
        if (ending) {
            end(pod);
        } else {
            liveOn(pod);
        }
        picture = takePicture(pod);
        writeStatus(pod);
        return ending && containers.stream().noneMatch(ContainerLife::runs) && removed(pod);
    }

    private void liveOn(Pod pod) {
        Instant now = parts.clock().instant();
        if (written == null) {
            return;
        }
        ground.prepare(pod, now).ifPresent(place -> containers.forEach(life -> life.advance(pod, place, now)));
    }

    private void end(Pod pod) {
        Instant now = parts.clock().instant();
        Duration grace = Duration.ofSeconds(Objects.requireNonNullElse(
                pod.getMetadata().getDeletionGracePeriodSeconds(),
                Objects.requireNonNullElse(pod.getSpec().getTerminationGracePeriodSeconds(), 0L)));
        for (ContainerLife container : containers) {
            container.stop(pod, grace);
            container.observe(pod, now);
        }
    }

    private void writeStatus(Pod pod) {
        if (gone) {
            return;
        }
        PodStatus before = written == null ? pod.getStatus() : written;
        PodStatus status = PodStatuses.of(picture, before, parts.clock().instant());
        statusPending = !status.equals(written) || isContradicted(pod, status);
        if (statusPending) {
            try {
                parts.api().writeStatus(pod, status);
                written = status;
                statusPending = false;
                wake();
            } catch (KubernetesClientException unreachable) {
                // tried again shortly, with what is true then
            }
        }
    }

    /** Whether a version of the pod that was not looked at before says otherwise: after an outage others have changed it. */
    private boolean isContradicted(Pod pod, PodStatus status) {
        boolean isNew = pod != compared;
        compared = pod;
        return isNew && written != null && PodStatuses.contradict(pod.getStatus(), status);
    }

    private boolean removed(Pod pod) {
        if (statusPending) {
            return false;
        }
        try {
            parts.api().remove(pod);
        } catch (KubernetesClientException unreachable) {
            statusPending = true;
            return false;
        }
        ground.clear();
        onEnd.accept(this);
        return true;
    }

    private void sleep() throws InterruptedException {
        Instant now = parts.clock().instant();
        Instant until = now.plus(statusPending ? RETRY : LONGEST_SLEEP);
        until = earlier(until, ground.due());
        if (ground.place().isPresent() && !picture.ending()) {
            for (ContainerLife container : containers) {
                until = earlier(until, container.due());
            }
        }
        boolean woken = false;
        while (!woken && now.isBefore(until) && containers.stream().noneMatch(ContainerLife::changed)) {
            Duration left = Duration.between(now, until);
            boolean watching = containers.stream().anyMatch(ContainerLife::runs);
            Duration nap = watching && left.compareTo(READINESS_LOOK) > 0 ? READINESS_LOOK : left;
            woken = wakeUps.poll(nap.toMillis() + 1, TimeUnit.MILLISECONDS) != null;
            now = parts.clock().instant();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private PodPicture takePicture(Pod pod) {
        Optional<PodPlace> place = ground.place();
        return new PodPicture(
                pod,
                startedAt,
                place.map(PodPlace::address),
                containers.stream().map(ContainerLife::picture).toList(),
                gone || pod.getMetadata().getDeletionTimestamp() != null);
    }
}
