package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.number;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.spi.DisruptionBudgetFacts;
import io.pilothouse.fleet.spi.PodSelector;
import io.pilothouse.fleet.spi.PodSelector.Operator;
import io.pilothouse.fleet.spi.PodSelector.Requirement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is kept of a PodDisruptionBudget. */
final class DisruptionBudgetReduction {

    private DisruptionBudgetReduction() {}

    /** Empty for one without a selector, which is about no pod, and for one that its controller has not counted yet. */
    static Optional<DisruptionBudgetFacts> reduce(PodDisruptionBudget budget) {
        Optional<LabelSelector> selector = Optional.ofNullable(budget.getSpec().getSelector());
        return Optional.ofNullable(budget.getStatus())
                .flatMap(status -> selector.map(
                        selected -> new DisruptionBudgetFacts(selector(selected), budget(budget, status))));
    }

    private static DisruptionBudget budget(PodDisruptionBudget budget, PodDisruptionBudgetStatus status) {
        return new DisruptionBudget(
                budget.getMetadata().getName(),
                number(status.getDisruptionsAllowed()),
                number(status.getCurrentHealthy()),
                number(status.getDesiredHealthy()),
                number(status.getExpectedPods()),
                Optional.ofNullable(status.getObservedGeneration()).orElse(0L) >= Metadata.generation(budget));
    }

    private static PodSelector selector(LabelSelector selector) {
        Stream<Requirement> labels = Optional.ofNullable(selector.getMatchLabels()).orElse(Map.of()).entrySet().stream()
                .map(label -> new Requirement(
                        label.getKey().intern(),
                        Operator.IN,
                        Set.of(label.getValue().intern())));
        Stream<Requirement> expressions =
                list(selector.getMatchExpressions()).stream().map(DisruptionBudgetReduction::requirement);
        return new PodSelector(Stream.concat(labels, expressions).toList());
    }

    private static Requirement requirement(LabelSelectorRequirement requirement) {
        Operator operator = switch (requirement.getOperator()) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
            case String other -> throw new IllegalArgumentException("unknown operator " + other);
        };
        return new Requirement(requirement.getKey(), operator, Set.copyOf(list(requirement.getValues())));
    }
}
