package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.pilothouse.base.Failure;
import java.time.Clock;
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

    private final String kind;
    private final boolean optional;
    private final Supplier<Informable<T>> objects;
    private final ReducingStore<T, ?> store;
    private final Clock clock;
    private final AtomicReference<Optional<Failure>> failure = new AtomicReference<>(Optional.empty());
    private Optional<SharedIndexInformer<T>> informer = Optional.empty();
    private boolean everListed;
    private volatile boolean absent;

    /**
     * @param kind the resource in plural with its group, as RBAC names it
     * @param optional whether the API server may not know the kind at all
     */
    KindWatch(String kind, boolean optional, Supplier<Informable<T>> objects, ReducingStore<T, ?> store, Clock clock) {
        this.kind = kind;
        this.optional = optional;
        this.objects = objects;
        this.store = store;
        this.clock = clock;
    }

    /** Begins to follow, or begins anew at once where the last attempt would still wait for its turn. */
    synchronized void restart() {
        stop();
        SharedIndexInformer<T> next = objects.get().withLimit(PAGE).runnableInformer(0);
        next.itemStore(store);
        next.exceptionHandler((_, thrown) -> note(thrown));
        next.start();
        informer = Optional.of(next);
    }

    synchronized void stop() {
        informer.ifPresent(SharedIndexInformer::stop);
        informer = Optional.empty();
    }

    /** Whether all that there is has been listed once, or cannot be. */
    synchronized boolean settled() {
        if (informer.filter(SharedIndexInformer::hasSynced).isPresent()) {
            everListed = true;
            absent = false;
            failure.set(Optional.empty());
        }
        return everListed || absent || failure.get().isPresent();
    }

    /** Why the kind cannot be read although the API server answers. A kind that the API server need not know leaves no gap. */
    Optional<Failure> gap() {
        return failure.get();
    }

    /** Whether it has ended for good and has to be restarted. */
    synchronized boolean ended() {
        return informer.filter(running -> !running.isRunning()).isPresent();
    }

    private boolean note(Throwable thrown) {
        if (optional && Failures.hasCode(thrown, NOT_FOUND)) {
            absent = true;
        } else if (Failures.hasCode(thrown, 403) || Failures.hasCode(thrown, NOT_FOUND)) {
            failure.set(Optional.of(Failures.ofKind(thrown, kind, clock.instant())));
        }
        return true;
    }
}
