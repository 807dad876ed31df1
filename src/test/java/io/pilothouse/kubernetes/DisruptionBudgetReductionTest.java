package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.spi.DisruptionBudgetFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisruptionBudgetReductionTest {

    @Test
    void whatItsControllerCounted() {
        DisruptionBudgetFacts facts = DisruptionBudgetReduction.reduce(budget(new LabelSelectorBuilder()
                        .addToMatchLabels("app", "orders")
                        .build()))
                .orElseThrow();

        assertThat(facts.budget()).isEqualTo(new DisruptionBudget("orders", 1, 3, 2, 3, true));
        assertThat(facts.budget().letsNoneGo()).isFalse();
        assertThat(facts.selector().selects(Map.of("app", "orders", "version", "3")))
                .isTrue();
        assertThat(facts.selector().selects(Map.of("app", "payments"))).isFalse();
    }

    @Test
    void whichPodsExpressionsSelect() {
        var selector = DisruptionBudgetReduction.reduce(budget(new LabelSelectorBuilder()
                        .addToMatchExpressions(new LabelSelectorRequirement("app", "In", List.of("orders", "payments")))
                        .addToMatchExpressions(new LabelSelectorRequirement("track", "NotIn", List.of("canary")))
                        .addToMatchExpressions(new LabelSelectorRequirement("team", "Exists", List.of()))
                        .addToMatchExpressions(new LabelSelectorRequirement("legacy", "DoesNotExist", List.of()))
                        .build()))
                .orElseThrow()
                .selector();

        assertThat(selector.selects(Map.of("app", "orders", "team", "checkout")))
                .isTrue();
        assertThat(selector.selects(Map.of("app", "orders", "team", "checkout", "track", "canary")))
                .isFalse();
        assertThat(selector.selects(Map.of("app", "orders"))).isFalse();
        assertThat(selector.selects(Map.of("app", "orders", "team", "checkout", "legacy", "yes")))
                .isFalse();
        assertThat(selector.selects(Map.of("app", "storefront", "team", "checkout")))
                .isFalse();
    }

    @Test
    void anEmptySelectorIsAboutAllPodsAndNoneAboutNone() {
        assertThat(DisruptionBudgetReduction.reduce(budget(new LabelSelector()))
                        .orElseThrow()
                        .selector()
                        .selects(Map.of()))
                .isTrue();
        assertThat(DisruptionBudgetReduction.reduce(budget(null))).isEmpty();
    }

    private static PodDisruptionBudget budget(@Nullable LabelSelector selector) {
        return new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withName("orders")
                .withGeneration(2L)
                .endMetadata()
                .withNewSpec()
                .withSelector(selector)
                .endSpec()
                .withNewStatus()
                .withDisruptionsAllowed(1)
                .withCurrentHealthy(3)
                .withDesiredHealthy(2)
                .withExpectedPods(3)
                .withObservedGeneration(2L)
                .endStatus()
                .build();
    }
}
