package io.pilothouse.api.json;

import io.pilothouse.access.Right;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value and how well it is known. What is not known is null, and never zero or an empty list.
 *
 * @param value null when it is not known
 * @param status {@code fresh}, {@code stale} or {@code unknown}
 * @param observedAt when a stale value was so; null for a fresh one, which is so now, and where there is none
 * @param reason why it is stale or not known; null for a fresh one
 */
public record Known<T>(
        @Nullable T value,
        String status,
        @Nullable Instant observedAt,
        @Nullable Reason reason) {

    static <S, T> Known<T> of(Observed<S> observed, Function<S, T> value) {
        Reading reading = Reading.of(observed);
        return new Known<>(
                observed.known().map(value).orElse(null), reading.status(), reading.observedAt(), reading.reason());
    }

    static <T> Known<T> of(Observed<T> observed) {
        return of(observed, value -> value);
    }

    static <T> Known<T> of(T value) {
        return new Known<>(value, Reading.FRESH, null, null);
    }

    /** A value that only may be there, and why it is not. */
    static <T> Known<T> of(Optional<T> value, String why) {
        return value.map(Known::of).orElseGet(() -> unknown(Reason.notTold(why)));
    }

    /** A value that only may be there, and why it is not. */
    static Known<Long> of(OptionalLong value, String why) {
        return value.isPresent() ? of(value.getAsLong()) : unknown(Reason.notTold(why));
    }

    /** A value that the person may not see. */
    static <T> Known<T> hidden(Right missing) {
        return unknown(Reason.of(missing));
    }

    /** A value that a failure keeps from being known. */
    static <T> Known<T> unknown(Failure failure) {
        return of(new Observed.Missing<>(failure));
    }

    private static <T> Known<T> unknown(Reason reason) {
        return new Known<>(null, Reading.UNKNOWN, null, reason);
    }
}
