package io.pilothouse.testbed.kubelet;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A container that was started, and goes on until it exits by itself or is stopped. */
public interface RunningContainer {

    /** Completes once, as soon as the container has ended, however it ended. */
    CompletionStage<ContainerExit> exit();

    /** Whether it would pass its readiness probe now; asked several times a second, so it answers at once. */
    boolean ready();

    /** What it has used so far; empty if that cannot be told. */
    Optional<Usage> usage();

    /** Asks it to end (SIGTERM) and ends it by force (SIGKILL) after the grace period; returns at once. */
    void stop(Duration grace);
}
