package io.pilothouse.base;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value as a source last told it. A source that fails never turns into a zero or an empty list: it leaves the last value, marked
 * as old, or nothing at all, with the reason.
 *
 * @param <T> what was observed
 */
public sealed interface Observed<T> {

    /** The source answered at the given instant, and nothing has failed since. */
    record Fresh<T>(T content, Instant at) implements Observed<T> {}

    /** The value of the last good answer, and why no newer one could be had. */
    record Stale<T>(T content, Instant at, Failure failure) implements Observed<T> {}

    /** Nothing is known, and why. */
    record Missing<T>(Failure failure) implements Observed<T> {}

    /** The value, fresh or stale; empty when nothing is known. */
    default Optional<T> known() {
        return switch (this) {
            case Fresh<T> fresh -> Optional.of(fresh.content());
            case Stale<T> stale -> Optional.of(stale.content());
            case Missing<T> _ -> Optional.empty();
        };
    }

    /** When the value was observed; empty when nothing is known. */
    default Optional<Instant> observedAt() {
        return switch (this) {
            case Fresh<T> fresh -> Optional.of(fresh.at());
            case Stale<T> stale -> Optional.of(stale.at());
            case Missing<T> _ -> Optional.empty();
        };
    }

    /** What went wrong at the last attempt; empty when it went well. */
    default Optional<Failure> problem() {
        return switch (this) {
            case Fresh<T> _ -> Optional.empty();
            case Stale<T> stale -> Optional.of(stale.failure());
            case Missing<T> missing -> Optional.of(missing.failure());
        };
    }

    /** The same observation of something derived from the value. */
    default <R> Observed<R> map(Function<? super T, ? extends R> derive) {
        return switch (this) {
            case Fresh<T> fresh -> new Fresh<>(derive.apply(fresh.content()), fresh.at());
            case Stale<T> stale -> new Stale<>(derive.apply(stale.content()), stale.at(), stale.failure());
            case Missing<T> missing -> new Missing<>(missing.failure());
        };
    }

    /** An observation found within this one; it is stale when this one is. */
    default <R> Observed<R> flatMap(Function<? super T, Observed<R>> derive) {
        return switch (this) {
            case Fresh<T> fresh -> derive.apply(fresh.content());
            case Stale<T> stale ->
                switch (derive.apply(stale.content())) {
                    case Fresh<R> within -> new Stale<>(within.content(), within.at(), stale.failure());
                    case Stale<R> within -> within;
                    case Missing<R> within -> within;
                };
            case Missing<T> missing -> new Missing<>(missing.failure());
        };
    }

    /** This observation after a further attempt that failed: the value is kept, and a failure of the same kind keeps its start. */
    default Observed<T> after(Failure failure) {
        Failure continued = problem().map(failure::continuing).orElse(failure);
        return switch (this) {
            case Fresh<T> fresh -> new Stale<>(fresh.content(), fresh.at(), continued);
            case Stale<T> stale -> new Stale<>(stale.content(), stale.at(), continued);
            case Missing<T> _ -> new Missing<>(continued);
        };
    }
}
