package io.pilothouse.testbed.kubelet;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A runtime whose containers do what the test says: they run, and are ready, until they are told otherwise. */
final class ScriptedRuntime implements ContainerRuntime {

    static final String IMAGES = "registry.test/";
    static final long WORKING_SET_BYTES = 64L << 20;

    /** One started container. */
    static final class Script implements RunningContainer {

        final ContainerRequest request;
        final List<Duration> stops = new CopyOnWriteArrayList<>();
        volatile boolean ready = true;
        volatile boolean ignoresStop;
        private final CompletableFuture<ContainerExit> exit = new CompletableFuture<>();

        Script(ContainerRequest request) {
            this.request = request;
        }

        void print(String line) {
            request.log().write(Clock.systemUTC().instant(), line);
        }

        void end(ContainerExit how) {
            exit.complete(how);
        }

        @Override
        public CompletionStage<ContainerExit> exit() {
            return exit;
        }

        @Override
        public boolean ready() {
            return ready;
        }

        @Override
        public Optional<Usage> usage() {
            return Optional.of(new Usage(1.5, WORKING_SET_BYTES));
        }

        @Override
        public void stop(Duration grace) {
            stops.add(grace);
            if (ignoresStop) {
                exit.completeOnTimeout(ContainerExit.withCode(137), grace.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                exit.complete(ContainerExit.withCode(0));
            }
        }
    }

    private final List<Script> started = new CopyOnWriteArrayList<>();
    private final Map<String, InetAddress> running = new ConcurrentHashMap<>();

    /** What containers of the pod were started so far, oldest first. */
    List<Script> startedFor(String pod) {
        return started.stream()
                .filter(script -> script.request.pod().name().equals(pod))
                .toList();
    }

    /** The same for all pods whose name begins so. */
    List<Script> started(String prefix) {
        return started.stream()
                .filter(script -> script.request.pod().name().startsWith(prefix))
                .toList();
    }

    /** From now on there is a process for the pod, at the address. */
    void alreadyRuns(String pod, InetAddress address) {
        running.put(pod, address);
    }

    @Override
    public boolean runs(String image) {
        return image.startsWith(IMAGES);
    }

    @Override
    public Optional<InetAddress> address(PodReference pod, String image) {
        return Optional.ofNullable(running.get(pod.name()));
    }

    @Override
    public RunningContainer start(ContainerRequest request) throws ContainerStartException {
        if (request.arguments().contains("refuse")) {
            throw new ContainerStartException("refused by the runtime");
        }
        Script script = new Script(request);
        started.add(script);
        if (request.arguments().contains("crash")) {
            script.print("ERROR about to fail");
            script.end(ContainerExit.withCode(1));
        }
        return script;
    }
}
