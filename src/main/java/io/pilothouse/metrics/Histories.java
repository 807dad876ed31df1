package io.pilothouse.metrics;

import io.pilothouse.base.Observed;
import java.util.concurrent.CompletableFuture;

/** Tells figures over time. Who looks at the same at the same time shares one question to Prometheus. */
public interface Histories {

    /**
     * The figure up to now. Returns at once; the answer comes within seconds, never exceptionally, as what Prometheus said or why it said
     * nothing.
     */
    CompletableFuture<Observed<History>> read(Subject subject, Figure figure, TimeRange range);
}
