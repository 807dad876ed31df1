package io.pilothouse.api.json;

import io.pilothouse.base.Health;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param state {@code failing}, {@code degraded}, {@code unknown}, {@code progressing} or {@code healthy}
 * @param reason why; empty when there is nothing to add
 * @param since since when, if that is known
 */
public record HealthJson(
        String state, String reason, @Nullable Instant since) {

    static HealthJson of(Health health) {
        return new HealthJson(
                Words.of(health.state()), health.reason(), health.since().orElse(null));
    }
}
