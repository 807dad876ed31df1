package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.change.Check;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ChangeImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageRulesTest {

    private static final Workload ORDERS = SampleWorkload.deployment("shop", "orders")
            .images("registry.local/app:1.0.0")
            .revisions(SampleRevision.number(1).build())
            .build();

    @ParameterizedTest
    @CsvSource({
        "registry.local/app:1.1.0, PASS, The tag names one version",
        "registry.local/app:latest, WARN, The tag is mutable: pods made tomorrow may run something else",
        "registry.local/app, WARN, The tag is mutable: pods made tomorrow may run something else",
        "registry.local/app:1.0.0, WARN, It runs this image already: no pod would be replaced",
        "registry.local/other:1.0.0, WARN, 'It is another program, not another version of the present one'",
        "registry.local/app:1.1.0, PASS, Its registry serves this cluster already",
        "elsewhere.example/app:1.1.0, UNKNOWN, No service runs an image from this registry; nodes may not reach it"
    })
    void whatIsKnownOfAnImageIsSaid(String image, Check.Verdict verdict, String finding) {
        VisibleFleet fleet = new VisibleFleet(SampleFleet.of(ORDERS).build(), FakeSights.EVERYTHING);

        assertThat(ImageRules.checks(ORDERS, new ChangeImage(ORDERS.id(), "app", image), fleet))
                .anySatisfy(check -> {
                    assertThat(check.verdict()).isEqualTo(verdict);
                    assertThat(check.finding()).isEqualTo(finding);
                });
    }
}
