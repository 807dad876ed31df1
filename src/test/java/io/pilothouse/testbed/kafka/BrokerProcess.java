package io.pilothouse.testbed.kafka;

import io.pilothouse.testbed.kubelet.ContainerExit;
import io.pilothouse.testbed.kubelet.HeldLog;
import io.pilothouse.testbed.kubelet.LogSink;
import io.pilothouse.testbed.kubelet.LogTail;
import io.pilothouse.testbed.kubelet.RunningContainer;
import io.pilothouse.testbed.kubelet.Usage;
import io.pilothouse.testbed.process.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One run of a broker, which may begin before there is a pod for it. */
final class BrokerProcess implements RunningContainer {

    private static final int CLIENT_PORT = 9092;
    private static final int CONNECT_MILLIS = 100;

    private final ChildProcess process;
    private final InetAddress address;
    private final HeldLog log = new HeldLog();
    private final LogTail tail;
    private final CompletableFuture<ContainerExit> exit;
    private volatile boolean ready;
    private Optional<String> podUid = Optional.empty();

    BrokerProcess(ChildProcess process, InetAddress address, Path logFile, Clock clock) {
        this.process = process;
        this.address = address;
        this.tail = new LogTail(logFile, log, clock);
        this.exit = process.exit().thenApply(code -> {
            ready = false;
            tail.readOn();
            return ContainerExit.withCode(code);
        });
    }

    /** Makes it the container of this pod, and tells whether it was free to be that. */
    synchronized boolean adopt(String uid, LogSink sink) {
        if (podUid.isPresent() && !podUid.get().equals(uid)) {
            return false;
        }
        podUid = Optional.of(uid);
        log.passTo(sink);
        return true;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Looks at the process from outside, as probes do. */
    void observe() {
        if (process.isAlive()) {
            tail.readOn();
            ready = accepts() && process.isAlive();
        }
    }

    void close() {
        process.close();
    }

    @Override
    public CompletableFuture<ContainerExit> exit() {
        return exit;
    }

    /** A broker listens to clients once it has caught up and is unfenced. */
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

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, CLIENT_PORT), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
