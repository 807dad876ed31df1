package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes the kubelet's events. One that repeats is counted up on the same object. Events wait in a short queue while they
 * are sent; what the API server cannot take is lost, as it may be in life.
 */
final class EventRecorder implements AutoCloseable {

    private static final int WAITING = 1_000;
    private static final int REMEMBERED = 2_000;

    /** What makes two events the same one. */
    private record Key(String uid, String fieldPath, String reason, String message) {}

    private final KubernetesClient client;
    private final Clock clock;
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("kubelet-events").factory());

    private final Map<Key, Event> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Event> eldest) {
            return size() > REMEMBERED;
        }
    };

    EventRecorder(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    void normal(Pod pod, String container, String reason, String message) {
        record("Normal", pod, container, reason, message);
    }

    void warning(Pod pod, String container, String reason, String message) {
        record("Warning", pod, container, reason, message);
    }

    /** An event about the pod as a whole. */
    void warning(Pod pod, String reason, String message) {
        record("Warning", pod, "", reason, message);
    }

    private void record(String type, Pod pod, String container, String reason, String message) {
        Instant now = clock.instant();
        try {
            sender.execute(() -> send(type, pod, container, reason, message, now));
        } catch (RejectedExecutionException lost) {
            // the queue is full or the kubelet is closing
        }
    }

    private void send(String type, Pod pod, String container, String reason, String message, Instant at) {
        ObjectReference about = reference(pod, container);
        Key key = new Key(about.getUid(), about.getFieldPath(), reason, message);
        Event before = sent.get(key);
        try {
            Event written = before == null
                    ? client.resource(first(type, pod, about, reason, message, at))
                            .create()
                    : client.resource(again(before, at)).update();
            sent.put(key, written);
        } catch (KubernetesClientException lost) {
            sent.remove(key);
        }
    }

    private static Event first(String type, Pod pod, ObjectReference about, String reason, String message, Instant at) {
        String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
        long ticks = TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName() + "." + Long.toHexString(ticks))
                .endMetadata()
                .withType(type)
                .withReason(reason)
                .withMessage(message)
                .withInvolvedObject(about)
                .withNewSource("kubelet", pod.getSpec().getNodeName())
                .withReportingComponent("kubelet")
                .withReportingInstance(pod.getSpec().getNodeName())
                .withFirstTimestamp(time)
                .withLastTimestamp(time)
                .withCount(1)
                .build();
    }

    private static Event again(Event before, Instant at) {
        return new EventBuilder(before)
                .withCount(before.getCount() + 1)
                .withLastTimestamp(at.truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
    }

    private static ObjectReference reference(Pod pod, String container) {
        return new ObjectReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Pod")
                .withNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .withFieldPath(container.isEmpty() ? null : "spec.containers{" + container + "}")
                .build();
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
