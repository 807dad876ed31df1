package io.pilothouse.testbed.product;

import io.pilothouse.testbed.kubelet.ContainerExit;
import io.pilothouse.testbed.kubelet.ContainerRequest;
import io.pilothouse.testbed.kubelet.LogTail;
import io.pilothouse.testbed.kubelet.RunningContainer;
import io.pilothouse.testbed.kubelet.Usage;
import io.pilothouse.testbed.process.ChildProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One run of the console in a pod. */
final class ProductProcess implements RunningContainer {

    private static final int PROBE_MILLIS = 1_000;

    private final ChildProcess process;
    private final Optional<URI> readiness;
    private final LogTail tail;
    private final CompletableFuture<ContainerExit> exit;
    private volatile boolean ready;

    ProductProcess(ChildProcess process, ContainerRequest request, Path log, Clock clock) {
        this.process = process;
        this.readiness = request.readiness();
        this.tail = new LogTail(log, request.log(), clock);
        this.exit = process.exit().thenApply(code -> {
            ready = false;
            tail.readOn();
            return ContainerExit.withCode(code);
        });
    }

    /** Reads its log, and asks what its readiness probe asks. */
    void observe() {
        if (process.isAlive()) {
            tail.readOn();
            ready = readiness.map(ProductProcess::answers).orElse(true) && process.isAlive();
        }
    }

    void close() {
        process.close();
    }

    @Override
    public CompletableFuture<ContainerExit> exit() {
        return exit;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public Optional<Usage> usage() {
        return Usage.ofProcess(process.pid());
    }

    @Override
    public void stop(Duration grace) {
        process.terminate(grace);
    }

    /** As a kubelet judges: from 200 to 399. */
    private static boolean answers(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PROBE_MILLIS);
            connection.setReadTimeout(PROBE_MILLIS);
            int code = connection.getResponseCode();
            connection.disconnect();
            return code >= HttpURLConnection.HTTP_OK && code < HttpURLConnection.HTTP_BAD_REQUEST;
        } catch (IOException notYet) {
            return false;
        }
    }
}
