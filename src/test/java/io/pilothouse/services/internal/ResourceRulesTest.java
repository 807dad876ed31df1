package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.change.Check;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ChangeResources;
import io.pilothouse.services.ChangeResources.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceRulesTest {

    private static final Workload ORDERS = SampleWorkload.deployment("shop", "orders")
            .pods(SamplePod.named("shop", "orders-1").build())
            .revisions(SampleRevision.number(1).build())
            .build();

    @ParameterizedTest
    @CsvSource({
        "100m, 500m, 512Mi, 1Gi, PASS, The memory limit is above what is used now",
        "100m, 500m, 512Mi, 550Mi, WARN, The memory limit leaves less than 20 % above what is used now",
        "100m, 500m, 256Mi, 400Mi, BLOCK, 'The memory limit is below what is used now: its containers would be killed'",
        "100m, 200m, 512Mi, 1Gi, WARN, 'The CPU limit is below what is used now: its containers would be held back'",
        "3, 3, 512Mi, 1Gi, WARN, Quota compute has no room for one pod of the new size beside the present ones",
        "100m, 500m, 512Mi, 1Gi, WARN, '1 of 1 new pods would find no node with enough CPU and memory left'"
    })
    void whatOtherAmountsMeanIsSaid(
            String cpu, String cpuLimit, String memory, String memoryLimit, Check.Verdict verdict, String finding) {
        Quota quota = new Quota(
                "compute",
                List.of(new Quota.Amount("requests.cpu", Optional.of(BigDecimal.ONE), BigDecimal.valueOf(3))),
                Optional.empty());
        VisibleFleet fleet = new VisibleFleet(
                SampleFleet.of(ORDERS)
                        .quotas(quota)
                        .uses("shop/orders-1", 0.3, 500L << 20)
                        .build(),
                FakeSights.EVERYTHING);

        assertThat(ResourceRules.checks(ORDERS, change(cpu, memory, cpuLimit, memoryLimit), fleet))
                .anySatisfy(check -> {
                    assertThat(check.verdict()).isEqualTo(verdict);
                    assertThat(check.finding()).isEqualTo(finding);
                });
    }

    @Test
    void whatALimitRangeWouldRefuseIsBlocked() {
        LimitRange range = new LimitRange(
                "bounds",
                List.of(new LimitRange.Rule(
                        "Container",
                        "memory",
                        Optional.of(BigDecimal.valueOf(64L << 20)),
                        Optional.of(BigDecimal.valueOf(1L << 30)),
                        Optional.empty(),
                        Optional.empty())));

        assertThat(LimitRangeRule.checks(change("1", "32Mi", "1", "64Mi"), List.of(range)))
                .containsExactly(Check.block("LimitRange bounds would refuse its pods", "memory: at least 67108864"));
        assertThat(LimitRangeRule.checks(change("1", "1Gi", "1", "2Gi"), List.of(range)))
                .containsExactly(Check.block("LimitRange bounds would refuse its pods", "memory: at most 1073741824"));
        assertThat(LimitRangeRule.checks(change("1", "64Mi", "1", "1Gi"), List.of(range)))
                .isEmpty();
    }

    private static ChangeResources change(String cpu, String memory, String cpuLimit, String memoryLimit) {
        return new ChangeResources(
                ORDERS.id(),
                "app",
                new Amounts(Optional.of(cpu), Optional.of(memory)),
                new Amounts(Optional.of(cpuLimit), Optional.of(memoryLimit)));
    }
}
