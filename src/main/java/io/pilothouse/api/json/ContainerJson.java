package io.pilothouse.api.json;

import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Termination;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A container of a pod. */
public record ContainerJson(
        String name,
        String image,
        boolean ready,
        int restarts,
        @Nullable Waiting waiting,
        @Nullable Exit lastExit) {

    /** Why it does not run. */
    public record Waiting(String reason, String message) {}

    /** How it ended last. */
    public record Exit(int exitCode, String reason, String message, Instant finished) {
        private static Exit of(Termination end) {
            return new Exit(end.exitCode(), end.reason(), end.message(), end.finished());
        }
    }

    static ContainerJson of(Container container) {
        return new ContainerJson(
                container.name(),
                container.image(),
                container.ready(),
                container.restarts(),
                container
                        .waiting()
                        .map(waiting -> new Waiting(waiting.reason(), waiting.message()))
                        .orElse(null),
                container.lastExit().map(Exit::of).orElse(null));
    }
}
