package io.pilothouse.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs as a child of this JVM and ends with it, in whatever way that ends: a small shell watches a pipe from us and kills
 * the program when the pipe closes.
 */
public final class ChildProcess implements AutoCloseable {

    /** The watcher becomes a process of its own; the shell itself turns into the program, so that the pid is the program's. */
    private static final String WATCHED = """
            exec 3<&0
            (trap '' TERM INT HUP; cat <&3 >/dev/null 2>&1; kill -KILL $$ 2>/dev/null) >/dev/null 2>&1 &
            exec 3<&-
            exec "$@" </dev/null
            """;

    private final String name;
    private final Process process;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        process.onExit().thenRun(this::releaseWatcher);
    }

    /**
     * Starts a program; its output goes to the end of the log file.
     *
     * @param environment added to this JVM's own
     * @param directory its working directory
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path directory, Path log) {
        List<String> watched = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED, name));
        watched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(watched)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    public String name() {
        return name;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process id of the program itself. */
    public long pid() {
        return process.pid();
    }

    /** Completes with the exit code; 128 plus the signal's number after a signal. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Asks it to end (SIGTERM) and kills it after the grace period; returns at once. */
    public void terminate(Duration grace) {
        // not Process.destroy(), which also closes the pipe that keeps the program alive
        process.toHandle().destroy();
        process.onExit()
                .completeOnTimeout(process, grace.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(_ -> kill());
    }

    /** Ends it at once (SIGKILL). */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Ends it and waits until it has gone, ten seconds at most. */
    @Override
    public void close() {
        terminate(Duration.ofSeconds(5));
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }

    private void releaseWatcher() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // the pipe is broken already, which is what was wanted
        }
    }
}
