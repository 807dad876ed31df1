package io.pilothouse.benchmark;

import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.FleetStore;
import io.pilothouse.fleet.KafkaCluster;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Stops the time from when the console's parts begin to work until its picture holds all that there is. */
final class FirstPicture implements SmartLifecycle {

    private static final long DEADLINE_MINUTES = 3;

    private final Scale expected;
    private final CompletableFuture<Long> complete = new CompletableFuture<>();
    private @Nullable ApplicationContext context;
    private long begin;
    private volatile boolean running;

    FirstPicture(Scale expected) {
        this.expected = expected;
    }

    void in(ApplicationContext application) {
        context = application;
    }

    @Override
    public void start() {
        running = true;
        begin = System.nanoTime();
        if (context != null) {
            context.getBean(FleetStore.class).subscribe(this::look);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before all others. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** How long it took, in milliseconds; waits for it. */
    String millis() throws Exception {
        return String.valueOf(complete.get(DEADLINE_MINUTES, TimeUnit.MINUTES));
    }

    private void look(Fleet fleet) {
        int workloads = fleet.namespaces().values().stream()
                .mapToInt(namespace -> namespace.workloads().size())
                .sum();
        int pods = fleet.namespaces().values().stream()
                .flatMap(namespace -> namespace.workloads().stream())
                .mapToInt(workload -> workload.pods().size())
                .sum();
        boolean whole = fleet.nodes().size() >= expected.nodes()
                && workloads >= expected.deployments()
                && pods >= expected.pods()
                && held(
                                fleet,
                                cluster ->
                                        cluster.topics().known().map(List::size).orElse(0))
                        >= expected.topics()
                && held(fleet, FirstPicture::groupsRead) >= expected.groups();
        if (whole) {
            complete.complete(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
    }

    /** A group counts when its offsets are known. */
    private static int groupsRead(KafkaCluster cluster) {
        return (int) cluster.groups().known().stream()
                .flatMap(List::stream)
                .filter(group -> group.partitions().known().isPresent())
                .count();
    }

    private static int held(Fleet fleet, ToIntFunction<KafkaCluster> count) {
        return fleet.clusters().values().stream().mapToInt(count).sum();
    }
}
