package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.Quota;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamespaceLimitReductionsTest {

    @Test
    void whatAQuotaAllowsAndWhatIsTaken() {
        assertThat(quota("""
                spec: {hard: {requests.cpu: '4', requests.memory: 1Gi, pods: '10'}}
                status: {hard: {requests.cpu: '2'}, used: {requests.cpu: 1500m, pods: '0'}}
                """))
                .isEqualTo(new Quota(
                        "compute",
                        List.of(
                                new Quota.Amount("pods", amount("0"), new BigDecimal("1E+1")),
                                new Quota.Amount("requests.cpu", amount("1.5"), new BigDecimal("4")),
                                new Quota.Amount("requests.memory", Optional.empty(), new BigDecimal("1073741824"))),
                        Optional.empty()));
    }

    @Test
    void whichPodsItIsAbout() {
        assertThat(quota("spec: {hard: {}, scopes: [NotTerminating]}").scope()).contains("NotTerminating");
        assertThat(quota("""
                spec:
                  hard: {}
                  scopeSelector:
                    matchExpressions:
                    - {scopeName: PriorityClass, operator: In, values: [high, low]}
                    - {scopeName: BestEffort, operator: Exists}
                """).scope()).contains("PriorityClass In high, low, BestEffort Exists");
    }

    @Test
    void whatALimitRangeAllowsAndGives() {
        LimitRange range = NamespaceLimitReductions.limitRange(
                Serialization.unmarshal("""
                metadata: {name: standard}
                spec:
                  limits:
                  - type: Container
                    max: {cpu: '2'}
                    default: {cpu: 500m, memory: 512Mi}
                    defaultRequest: {cpu: 100m}
                  - {type: PersistentVolumeClaim, min: {storage: 1Gi}}
                """, io.fabric8.kubernetes.api.model.LimitRange.class));

        assertThat(range.rules())
                .containsExactly(
                        new LimitRange.Rule(
                                "Container", "cpu", Optional.empty(), amount("2"), amount("0.5"), amount("0.1")),
                        new LimitRange.Rule(
                                "Container",
                                "memory",
                                Optional.empty(),
                                Optional.empty(),
                                amount("536870912"),
                                Optional.empty()),
                        new LimitRange.Rule(
                                "PersistentVolumeClaim",
                                "storage",
                                amount("1073741824"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private static Optional<BigDecimal> amount(String value) {
        return Optional.of(new BigDecimal(value));
    }

    private static Quota quota(String body) {
        return NamespaceLimitReductions.quota(
                Serialization.unmarshal("metadata: {name: compute}\n" + body, ResourceQuota.class));
    }
}
