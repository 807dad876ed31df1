package io.pilothouse.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.access.Person;
import io.pilothouse.fixture.FakeFleetStore;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fleet.WorkloadKind;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServicesApiTest {

    @Test
    void whoNamesAKindThatIsNoneIsToldAllThereAre() {
        Picture picture = new Picture(
                new FakeFleetStore(SampleFleet.of().build()), new FakeSights(), () -> new Person("ops", Set.of()));

        for (WorkloadKind kind : WorkloadKind.values()) {
            assertThatThrownBy(() -> new ServicesApi(picture).one("shop", "pod", "orders"))
                    .hasMessageContaining(kind.slug());
        }
    }
}
