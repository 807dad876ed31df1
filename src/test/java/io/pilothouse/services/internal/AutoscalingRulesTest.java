package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.change.Check;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.EditAutoscaling;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoscalingRulesTest {

    @ParameterizedTest
    @CsvSource({
        "2, 1, 6, PASS, The present replicas are within the range",
        "2, 4, 6, WARN, 2 replicas are added at once",
        "5, 1, 3, WARN, 2 replicas are removed at once",
        "0, 1, 3, WARN, 'It is scaled to zero, where an autoscaler leaves it'",
        "2, 1, 9, WARN, Quota compute ends the range at 5 replicas",
        "2, 1, 5, PASS, Quota compute has room for the maximum",
        "2, 1, 5, PASS, 'Its pods request CPU, of which the target is a share'"
    })
    void whatARangeMeansIsSaid(int now, int minimum, int maximum, Check.Verdict verdict, String finding) {
        Workload orders = SampleWorkload.deployment("shop", "orders")
                .replicas(now, now, now)
                .pods(
                        SamplePod.named("shop", "orders-1").build(),
                        SamplePod.named("shop", "orders-2").build())
                .headroom(3, "compute", "requests.cpu")
                .build();

        assertThat(AutoscalingRules.checks(
                        orders, new EditAutoscaling(orders.id(), "orders", true, minimum, maximum, Optional.of(80))))
                .anySatisfy(check -> {
                    assertThat(check.verdict()).isEqualTo(verdict);
                    assertThat(check.finding()).isEqualTo(finding);
                });
    }
}
