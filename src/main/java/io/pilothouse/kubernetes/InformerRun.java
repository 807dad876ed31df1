package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One informer from its start to its end, looked at for signs that it follows no more although it goes on trying.
 *
 * @param <T> the kind of object
 */
final class InformerRun<T extends HasMetadata> {

    /** A watch is closed and opened again every few minutes, which takes a moment. */
    private static final Duration REOPENING = Duration.ofSeconds(3);

    private final SharedIndexInformer<T> informer;
    private Optional<Instant> lost = Optional.empty();
    private boolean watchedBefore;
    private @Nullable String version;
    private Instant versionSince;

    InformerRun(SharedIndexInformer<T> informer, Instant now) {
        this.informer = informer;
        this.versionSince = now;
    }

    /** Begins to list; returns at once. An informer tries again by itself after each exception. */
    void start(ItemStore<T> store, Consumer<Throwable> onException) {
        informer.itemStore(store);
        informer.exceptionHandler((_, thrown) -> {
            onException.accept(thrown);
            return true;
        });
        informer.start();
    }

    void stop() {
        informer.stop();
    }

    /** Whether all objects have been listed once. */
    boolean listed() {
        return informer.hasSynced();
    }

    /** Whether its watch is open. */
    boolean watching() {
        return informer.isWatching();
    }

    /**
     * Whether it has to be replaced: it has ended, its watch does not open again (a right that was taken away ends like this), or it brought
     * nothing for so long, not even a bookmark, that the connection may be dead. Asked in short intervals.
     */
    boolean stuck(Instant now, Duration silence) {
        return !informer.isRunning() || closed(now) || silent(now, silence);
    }

    private boolean closed(Instant now) {
        if (watching()) {
            watchedBefore = true;
            lost = Optional.empty();
        } else if (watchedBefore && lost.isEmpty()) {
            lost = Optional.of(now);
        }
        return lost.filter(since -> since.plus(REOPENING).isBefore(now)).isPresent();
    }

    private boolean silent(Instant now, Duration silence) {
        String present = informer.lastSyncResourceVersion();
        if (!Objects.equals(present, version) || !watching()) {
            version = present;
            versionSince = now;
        }
        return versionSince.plus(silence).isBefore(now);
    }
}
