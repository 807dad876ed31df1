package io.pilothouse.benchmark;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.Pod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Changes one pod after the other, and tells how long the picture takes to show it. */
final class PodChanges {

    private static final String RESTARTED =
            "[{\"op\": \"replace\", \"path\": \"/status/containerStatuses/0/restartCount\", \"value\": %d}]";
    private static final PatchContext JSON_PATCH = PatchContext.of(PatchType.JSON);

    private final KubernetesClient client;
    private final FleetStore store;
    private int changed;

    PodChanges(ApplicationContext console) {
        client = console.getBean(KubernetesClient.class);
        store = console.getBean(FleetStore.class);
    }

    /** Median and 95th percentile of so many changes, in milliseconds from the answer to the change until the picture is told on. */
    String measure(int count) {
        List<Double> millis =
                IntStream.range(0, count).mapToObj(_ -> untilShown()).sorted().toList();
        return String.format(
                Locale.ROOT, "median %.0f ms, p95 %.0f ms", millis.get(count / 2), millis.get(count * 95 / 100));
    }

    /** Changes another pod of another namespace; returns when the API server has answered. */
    Pod next() {
        Pod pod = podOf(store.current(), changed++);
        client.pods()
                .inNamespace(pod.namespace())
                .withName(pod.name())
                .subresource("status")
                .patch(JSON_PATCH, RESTARTED.formatted(pod.totalRestarts() + 1));
        return pod;
    }

    private double untilShown() {
        CompletableFuture<Long> shown = new CompletableFuture<>();
        Pod before = podOf(store.current(), changed);
        Runnable end = store.subscribe(fleet -> {
            if (restarts(fleet, before) > before.totalRestarts()) {
                shown.complete(System.nanoTime());
            }
        });
        try {
            next();
            long answered = System.nanoTime();
            return Math.max(0, shown.get(30, TimeUnit.SECONDS) - answered) / 1e6;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("A changed pod was not shown", e);
        } finally {
            end.run();
        }
    }

    private static Pod podOf(Fleet fleet, int number) {
        int services = fleet.namespaces().values().stream()
                .mapToInt(namespace -> namespace.workloads().size())
                .sum();
        int deployment = number % services;
        return find(fleet, Scale.namespace(deployment), Scale.pod(deployment, 0))
                .orElseThrow();
    }

    private static int restarts(Fleet fleet, Pod pod) {
        return find(fleet, pod.namespace(), pod.name()).map(Pod::totalRestarts).orElse(0);
    }

    private static Optional<Pod> find(Fleet fleet, String namespace, String name) {
        return Optional.ofNullable(fleet.namespaces().get(namespace)).stream()
                .flatMap(slice -> slice.workloads().stream())
                .flatMap(workload -> workload.pods().stream())
                .filter(pod -> pod.name().equals(name))
                .findFirst();
    }
}
