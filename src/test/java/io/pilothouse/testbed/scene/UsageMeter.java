package io.pilothouse.testbed.scene;

import io.pilothouse.testbed.kubelet.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What a service of its kind would use on a node: an idle share, a price for each piece of work, and memory that fills and
 * is collected again. The threads of this JVM use less, and cannot be told apart.
 */
final class UsageMeter {

    private static final double MEBIBYTE = 1 << 20;
    private static final double COLLECTION_SECONDS = 90;

    private final Clock clock;
    private final Instant start;
    private final double idleCores;
    private final long baseMebibytes;
    private final double phase;
    private double burnt;

    /**
     * @param idleCores CPU used without any work
     * @param baseMebibytes working set right after a garbage collection
     * @param phase 0 to 1: how long before the start the last collection was, so that instances do not collect in step
     */
    UsageMeter(Clock clock, double idleCores, long baseMebibytes, double phase) {
        this.clock = clock;
        this.start = clock.instant();
        this.idleCores = idleCores;
        this.baseMebibytes = baseMebibytes;
        this.phase = phase;
    }

    /** Counts CPU time that was spent on work. */
    synchronized void burn(double cpuSeconds) {
        burnt += cpuSeconds;
    }

    synchronized Usage usage() {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1e3;
        double sinceCollection = (seconds / COLLECTION_SECONDS + phase) % 1;
        double mebibytes = baseMebibytes * (1 + 0.2 * sinceCollection);
        return new Usage(idleCores * seconds + burnt, (long) (mebibytes * MEBIBYTE));
    }
}
