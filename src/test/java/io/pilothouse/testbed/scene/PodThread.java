package io.pilothouse.testbed.scene;

import io.pilothouse.testbed.kubelet.LogSink;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Which pod a thread of this JVM works for. Threads that it starts work for the same pod, so the network threads of a
 * Kafka client belong to the pod that made the client.
 */
record PodThread(InetAddress address, LogSink log) {

    private static final InheritableThreadLocal<Optional<PodThread>> CURRENT = new InheritableThreadLocal<>() {
        @Override
        protected Optional<PodThread> initialValue() {
            return Optional.empty();
        }
    };

    /** The pod of the calling thread; empty for a thread that belongs to none, or to all, as those of a shared pool do. */
    static Optional<PodThread> current() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread ? Optional.empty() : CURRENT.get();
    }

    /** A thread that works for this pod; not started yet. */
    Thread unstarted(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            CURRENT.set(Optional.of(this));
            task.run();
        });
    }
}
