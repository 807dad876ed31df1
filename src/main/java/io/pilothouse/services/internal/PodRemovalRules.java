package io.pilothouse.services.internal;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.change.Check;
import io.pilothouse.change.LiveObject;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.services.EvictPod;
import io.pilothouse.services.PodRemoval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What it means that a pod of a service goes. */
final class PodRemovalRules {

    private PodRemovalRules() {}

    /** Kafka's brokers go one after another, and only when their partitions can spare them. */
    static Optional<Check> broker(Workload service) {
        return service.isKafkas()
                ? Optional.of(Check.block(
                        "Kafka's broker pods are restarted by Strimzi, which looks after their partitions first",
                        "StrimziPodSet " + service.id().name()))
                : Optional.empty();
    }

    /** Whether another pod comes in its place. */
    static Check owner(Workload service, LiveObject pod) {
        Optional<String> owner = pod.children("metadata", "ownerReferences")
                .filter(each -> Boolean.TRUE.equals(each.get("controller")))
                .map(each -> each.get("kind") + " " + each.get("name"))
                .findFirst();
        if (owner.isEmpty()) {
            return Check.warn("Nothing owns this pod: no other comes in its place", "no controller");
        }
        return PodRemoval.replaced(service.id().kind())
                ? Check.pass("Another pod comes in its place", owner.orElseThrow())
                : Check.warn("Its run counts it as failed, and may be given up", owner.orElseThrow());
    }

    /**
     * What PodDisruptionBudgets say. An eviction is refused by them, but that of a pod which is not ready only while fewer are healthy than have to be
     * (Kubernetes' documentation, "Unhealthy Pod Eviction Policy"); a deletion goes round them.
     */
    static Stream<Check> budgets(PodRemoval removal, Workload service, Pod pod) {
        List<DisruptionBudget> budgets = service.budgets();
        boolean evicts = removal instanceof EvictPod;
        if (budgets.isEmpty()) {
            return Stream.of(Check.pass("No PodDisruptionBudget is about this pod", ""));
        }
        if (budgets.size() > 1 && evicts) {
            return Stream.of(Check.block(
                    "More than one PodDisruptionBudget is about this pod, so it can't be evicted",
                    budgets.stream().map(DisruptionBudget::name).collect(Collectors.joining(", "))));
        }
        return budgets.stream().map(budget -> evicts ? asked(budget, pod) : goneRound(budget, pod));
    }

    private static Check asked(DisruptionBudget budget, Pod pod) {
        String name = "PodDisruptionBudget " + budget.name();
        return lets(budget, pod)
                ? Check.pass(name + " lets it go", figures(budget))
                : Check.block(name + " does not let it go", figures(budget));
    }

    private static Check goneRound(DisruptionBudget budget, Pod pod) {
        String name = "PodDisruptionBudget " + budget.name();
        return lets(budget, pod)
                ? Check.pass(name + " would let it go", figures(budget))
                : Check.warn("This goes round " + name + ", which would not let it go", figures(budget));
    }

    private static boolean lets(DisruptionBudget budget, Pod pod) {
        return budget.allowed() > 0 || !pod.ready() && budget.healthy() >= budget.required();
    }

    private static String figures(DisruptionBudget budget) {
        return "allows " + budget.allowed() + " now, " + budget.healthy() + " healthy, " + budget.required()
                + " needed";
    }

    /** Who does without it while it is the only one that works; empty when others do too. */
    static Stream<Check> lastReady(Workload service, Pod pod, VisibleFleet fleet) {
        long others = service.pods().stream()
                .filter(each -> each.ready() && !each.uid().equals(pod.uid()))
                .count();
        if (!pod.ready()) {
            return Stream.of(Check.pass("It is not ready, so nobody relies on it", others + " others ready"));
        }
        if (others > 0) {
            return Stream.of(Check.pass("Other pods go on meanwhile", others + " others ready"));
        }
        List<ConsumerGroup> alone = fleet.groupsOf(service.id())
                .filter(group -> group.members().stream()
                        .allMatch(member -> member.origin()
                                .owner()
                                .filter(service.id()::equals)
                                .isPresent()))
                .toList();
        return alone.isEmpty()
                ? Stream.of(Check.warn("It is the only ready pod: nothing takes its work until another is", "1 ready"))
                : alone.stream()
                        .map(group -> Check.warn(
                                        "It is the only ready pod: nothing reads " + ReaderRules.topics(group)
                                                + " until another is",
                                        "group " + group.id().name())
                                .at(FleetNavigation.group(group.id())));
    }
}
