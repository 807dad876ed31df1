package io.pilothouse.manifests.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.base.Failure;
import io.pilothouse.manifests.ManifestReading;
import io.pilothouse.manifests.Manifests;
import io.pilothouse.manifests.ObjectReference;
import io.pilothouse.manifests.spi.Unreadable;
import io.pilothouse.manifests.spi.WholeObjects;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Manifests for who may get them. The console reads with its own account, so it asks about the person first, each time. */
@Component
class CheckedManifests implements Manifests {

    private static final Logger log = LoggerFactory.getLogger(CheckedManifests.class);

    private final AccessReviews reviews;
    private final WholeObjects objects;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CheckedManifests(AccessReviews reviews, WholeObjects objects, Clock clock) {
        this.reviews = reviews;
        this.objects = objects;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<ManifestReading> read(Person person, ObjectReference object) {
        return CompletableFuture.supplyAsync(() -> readNow(person, object), threads);
    }

    private ManifestReading readNow(Person person, ObjectReference object) {
        Right right = object.right();
        try {
            if (!reviews.allows(person, right)) {
                return new ManifestReading.Denied(right);
            }
            return objects.read(object)
                    .<ManifestReading>map(ManifestReading.Read::new)
                    .orElseGet(ManifestReading.Gone::new);
        } catch (Undecided e) {
            return new ManifestReading.Failed(e.failure());
        } catch (Unreadable e) {
            return new ManifestReading.Failed(e.failure());
        } catch (RuntimeException e) {
            log.warn("{} could not be read for {}", object, person.name(), e);
            return new ManifestReading.Failed(new Failure(
                    Failure.Kind.UNEXPECTED,
                    "The object cannot be shown",
                    "Nothing of it was changed.",
                    "The console's log tells more; try again in a moment.",
                    String.valueOf(e.getMessage()),
                    clock.instant()));
        }
    }
}
