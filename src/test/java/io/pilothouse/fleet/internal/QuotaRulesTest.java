package io.pilothouse.fleet.internal;

import static io.pilothouse.fleet.internal.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.fleet.Headroom;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.spi.StorageFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sample pod requests a quarter of a core and 128 MiB, and has no limits. */
class QuotaRulesTest {

    private static final Pod POD =
            new NamespaceJoiner(Map.of(), StorageFacts.NONE, Samples.NOW).pod(pod().facts(), Map.of());

    @ParameterizedTest
    @CsvSource({
        "requests.cpu, 3, 4, 4",
        "cpu, 3.1, 4, 3",
        "requests.memory, 0, 1073741824, 8",
        "pods, 9, 10, 1",
        "count/pods, 12, 10, 0",
        "requests.cpu, 4, 4, 0"
    })
    void soManyMorePodsFit(String resource, String used, String hard, int pods) {
        assertThat(QuotaRules.headroom(List.of(quota("compute", resource, used, hard)), List.of(POD)))
                .contains(new Headroom(pods, "compute", resource));
    }

    @ParameterizedTest
    @CsvSource({"limits.cpu, 0, 4", "requests.storage, 0, 4", "count/deployments.apps, 4, 4", "requests.cpu, , 4"})
    void whatItsPodsDoNotTakeOrNobodyCountedLimitsNothing(String resource, String used, String hard) {
        assertThat(QuotaRules.headroom(List.of(quota("compute", resource, used, hard)), List.of(POD)))
                .isEmpty();
    }

    @Test
    void theTightestOfAllCountsButThoseAboutSomePodsOnly() {
        Quota some = new Quota("batch", quota("batch", "pods", "1", "1").amounts(), Optional.of("Terminating"));
        List<Quota> quotas =
                List.of(quota("compute", "requests.cpu", "1", "4"), quota("objects", "pods", "8", "10"), some);

        assertThat(QuotaRules.headroom(quotas, List.of(POD))).contains(new Headroom(2, "objects", "pods"));
        assertThat(QuotaRules.headroom(quotas, List.of())).isEmpty();
    }

    @Test
    void aRefusalSaysWhichQuotaIsUsedUp() {
        assertThat(QuotaRules.refusal("pods \"orders-5b8d-x\" is forbidden: exceeded quota: compute, requested: "
                        + "requests.cpu=500m, used: requests.cpu=4, limited: requests.cpu=4"))
                .isEqualTo("waits for quota compute: a pod takes requests.cpu=500m, used is requests.cpu=4 of "
                        + "requests.cpu=4");
        assertThat(QuotaRules.refusal("denied by policy")).isEqualTo("pods cannot be created: denied by policy");
    }

    private static Quota quota(String name, String resource, String used, String hard) {
        return new Quota(
                name,
                List.of(new Quota.Amount(
                        resource, Optional.ofNullable(used).map(BigDecimal::new), new BigDecimal(hard))),
                Optional.empty());
    }
}
