package io.pilothouse.fleet.internal;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.spi.Preparations;
import java.util.List;
import java.util.Optional;

/** Tells a source that is being set up from one that is broken: both do not answer, but people need not act on the former. */
final class Preparing {

    private final List<Preparations> preparations;

    Preparing(List<Preparations> preparations) {
        this.preparations = List.copyOf(preparations);
    }

    /** The same observation; a source that was never read and is being set up says so instead of how it failed. */
    <T> Observed<T> explained(Source source, Observed<T> observed) {
        return observed instanceof Observed.Missing<T>(Failure failure)
                ? underWay(source)
                        .<Observed<T>>map(progress -> new Observed.Missing<>(preparing(source, progress, failure)))
                        .orElse(observed)
                : observed;
    }

    private Optional<String> underWay(Source source) {
        return preparations.stream()
                .flatMap(preparation -> preparation.underWay(source).stream())
                .findFirst();
    }

    private static Failure preparing(Source source, String progress, Failure failure) {
        return new Failure(
                Failure.Kind.PREPARING,
                source.title() + " is being set up: " + progress,
                "Nothing of it can be shown yet.",
                "It appears by itself when it is ready.",
                failure.detail(),
                failure.since());
    }
}
