package io.pilothouse.manifests.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.Person;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.ScriptedReviews;
import io.pilothouse.base.Failure;
import io.pilothouse.base.SettableClock;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.manifests.Manifest;
import io.pilothouse.manifests.ManifestReading;
import io.pilothouse.manifests.ObjectReference;
import io.pilothouse.manifests.spi.Unreadable;
import io.pilothouse.manifests.spi.WholeObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckedManifestsTest {

    private static final Person DEV = new Person("dev", Set.of("shop-developers"));
    private static final ObjectReference ORDERS =
            ObjectReference.of(new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders"));
    private static final Right GET = ReadableKind.DEPLOYMENTS.get("shop", "orders");
    private static final Manifest MANIFEST = new Manifest("kind: Deployment", "kind: Deployment", SettableClock.START);

    private final ScriptedReviews reviews = new ScriptedReviews();
    private final Objects objects = new Objects();
    private final CheckedManifests manifests = new CheckedManifests(reviews, objects, new SettableClock());

    @Test
    void whoMayGetTheObjectReadsIt() {
        reviews.allow(GET);

        assertThat(read()).isEqualTo(new ManifestReading.Read(MANIFEST));
        assertThat(reviews.takeAsked()).containsExactly(GET);
    }

    @Test
    void forWhoMayNotItIsNotEvenRead() {
        assertThat(read()).isEqualTo(new ManifestReading.Denied(GET));
        assertThat(objects.asked).isEmpty();
    }

    @Test
    void whileNobodyCanTellItIsNotReadEither() {
        reviews.gone(true);

        assertThat(read()).isEqualTo(new ManifestReading.Failed(ScriptedReviews.GONE));
        assertThat(objects.asked).isEmpty();
    }

    @Test
    void whatIsGoneAndWhatFailsIsSaid() {
        reviews.allow(GET);
        objects.present = Optional.empty();
        assertThat(read()).isEqualTo(new ManifestReading.Gone());

        objects.failure = Optional.of(ScriptedReviews.GONE);
        assertThat(read()).isEqualTo(new ManifestReading.Failed(ScriptedReviews.GONE));
    }

    private ManifestReading read() {
        return manifests.read(DEV, ORDERS).join();
    }

    /** Holds one object, and remembers for which it was asked. */
    private static final class Objects implements WholeObjects {
        private final List<ObjectReference> asked = new ArrayList<>();
        private Optional<Manifest> present = Optional.of(MANIFEST);
        private Optional<Failure> failure = Optional.empty();

        @Override
        public Optional<Manifest> read(ObjectReference object) throws Unreadable {
            asked.add(object);
            if (failure.isPresent()) {
                throw new Unreadable(failure.orElseThrow());
            }
            return present;
        }
    }
}
