package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.pilothouse.base.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Follows all objects of one kind: lists them in pages, then watches. What it knows stays when the watch breaks; a new list takes its place
 * when the API server is back.
 *
 * @param <T> the kind of object
 */
final class KindWatch<T extends HasMetadata> {

    private static final long PAGE = 500;
    private static final int NOT_FOUND = 404;

    /** After an outage this long a connection that seems whole may have nobody at the other end. */
    private static final Duration LONG_OUTAGE = Duration.ofSeconds(10);

    private final String kind;
    private final boolean optional;
    private final Supplier<Informable<T>> objects;
    private final ReducingStore<T, ?> store;
    private final Clock clock;
    private final Duration silence;
    private final AtomicReference<Optional<Failure>> failure = new AtomicReference<>(Optional.empty());
    private volatile Optional<InformerRun<T>> run = Optional.empty();
    private volatile boolean everListed;
    private volatile boolean absent;

    /**
     * @param kind the resource in plural with its group, as RBAC names it
     * @param optional whether the API server may not know the kind at all
     * @param silence how long a watch may bring nothing at all before it is begun anew
     */
    KindWatch(
            String kind,
            boolean optional,
            Supplier<Informable<T>> objects,
            ReducingStore<T, ?> store,
            Clock clock,
            Duration silence) {
        this.kind = kind;
        this.optional = optional;
        this.objects = objects;
        this.store = store;
        this.clock = clock;
        this.silence = silence;
    }

    /** Whether objects of the kind were listed at least once. */
    boolean everListed() {
        return everListed || run.filter(InformerRun::listed).isPresent();
    }

    /** Whether all that there is has been listed once, or cannot be. */
    boolean settled() {
        return everListed() || absent || failure.get().isPresent();
    }

    /** Why the kind cannot be read although the API server answers. A kind that the API server need not know leaves no gap. */
    Optional<Failure> gap() {
        return failure.get();
    }

    /**
     * Sees to it that the kind is followed: begins, or begins anew where the watch has ended, broken or fallen silent. To be called from
     * time to time while the API server is ready.
     *
     * @param outage how long the API server was not ready until now; zero when it was ready the last time too
     */
    synchronized void tend(Duration outage) {
        Instant now = clock.instant();
        boolean stuck = run.map(informer -> informer.stuck(now, silence)).orElse(true);
        boolean watching = run.filter(InformerRun::watching).isPresent();
        // what still waits for its next try need not wait any longer
        boolean back = outage.isPositive() && (!watching || outage.compareTo(LONG_OUTAGE) > 0);
        if (back) {
            // refusals of a server that was not ready yet mean nothing
            failure.set(Optional.empty());
        }
        if (stuck || back) {
            restart(now);
        } else if (watching) {
            everListed = true;
            absent = false;
            failure.set(Optional.empty());
        }
    }

    synchronized void stop() {
        run.ifPresent(informer -> {
            everListed = everListed || informer.listed();
            informer.stop();
        });
        run = Optional.empty();
    }

    private void restart(Instant now) {
        stop();
        InformerRun<T> next = new InformerRun<>(objects.get().withLimit(PAGE).runnableInformer(0), now);
        run = Optional.of(next);
        next.start(store.forNextInformer(), thrown -> note(next, thrown));
    }

    private void note(InformerRun<T> from, Throwable thrown) {
        if (run.filter(current -> current == from).isEmpty()) {
            return;
        }
        if (optional && Failures.hasCode(thrown, NOT_FOUND)) {
            absent = true;
            failure.set(Optional.empty());
        } else if (Failures.refused(thrown)) {
            Failure next = Failures.ofKind(thrown, kind, clock.instant());
            failure.updateAndGet(
                    before -> Optional.of(before.map(next::continuing).orElse(next)));
        }
    }
}
