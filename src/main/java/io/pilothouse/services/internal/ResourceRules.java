package io.pilothouse.services.internal;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.change.Check;
import io.pilothouse.change.NodeRoom;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.Resources;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ChangeResources;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What other requests and limits mean: for what the service uses, and for what its namespace and its nodes give. */
final class ResourceRules {

    /** What a limit should leave above what is used now. */
    private static final double HEADROOM = 1.2;

    private ResourceRules() {}

    static Stream<Check> checks(Workload service, ChangeResources change, VisibleFleet fleet) {
        PodSize size = PodSize.after(service, change);
        Optional<NamespaceSlice> slice =
                Optional.ofNullable(fleet.fleet().namespaces().get(service.id().namespace()));
        List<LimitRange> ranges = slice.map(NamespaceSlice::limitRanges).orElse(List.of());
        List<Quota> quotas = slice.map(NamespaceSlice::quotas).orElse(List.of());
        return Stream.of(
                        memory(service, size, fleet).stream(),
                        cpu(service, size, fleet).stream(),
                        LimitRangeRule.checks(change, ranges),
                        quota(size, quotas).stream(),
                        room(size, fleet).stream())
                .flatMap(each -> each);
    }

    private static Optional<Check> memory(Workload service, PodSize size, VisibleFleet fleet) {
        Optional<Double> limit = size.limit("memory").map(BigDecimal::doubleValue);
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> used = most(service, fleet, Usage::memory);
        if (used.isEmpty()) {
            return Optional.of(Check.unknown("How much memory it uses now is not known", "no pod is measured"));
        }
        double most = used.orElseThrow();
        String evidence = mebibytes(most) + " used by one pod, " + mebibytes(limit.orElseThrow()) + " at most";
        if (limit.orElseThrow() < most) {
            return Optional.of(Check.block(
                    "The memory limit is below what is used now: its containers would be killed", evidence));
        }
        return Optional.of(
                limit.orElseThrow() < most * HEADROOM
                        ? Check.warn("The memory limit leaves less than 20 % above what is used now", evidence)
                        : Check.pass("The memory limit is above what is used now", evidence));
    }

    private static Optional<Check> cpu(Workload service, PodSize size, VisibleFleet fleet) {
        Optional<Double> used = most(service, fleet, Usage::cores);
        return size.limit("cpu")
                .map(BigDecimal::doubleValue)
                .filter(limit -> used.filter(most -> limit < most).isPresent())
                .map(limit -> Check.warn(
                        "The CPU limit is below what is used now: its containers would be held back",
                        millicores(used.orElseThrow()) + " used by one pod, " + millicores(limit) + " at most"));
    }

    /** A rolling update makes a pod of the new size before it takes one of the old away. */
    private static Optional<Check> quota(PodSize size, List<Quota> quotas) {
        return quotas.stream()
                .filter(quota -> quota.scope().isEmpty())
                .flatMap(quota -> quota.amounts().stream()
                        .filter(amount -> lacks(size, amount))
                        .map(amount -> Check.warn(
                                "Quota " + quota.name()
                                        + " has no room for one pod of the new size beside the present ones",
                                amount.resource() + ": "
                                        + amount.free()
                                                .orElseThrow()
                                                .stripTrailingZeros()
                                                .toPlainString() + " left")))
                .findFirst();
    }

    private static boolean lacks(PodSize size, Quota.Amount amount) {
        Optional<BigDecimal> taken = switch (amount.resource()) {
            case "cpu", "requests.cpu" -> Optional.of(size.request("cpu"));
            case "memory", "requests.memory" -> Optional.of(size.request("memory"));
            case "limits.cpu" -> size.limit("cpu");
            case "limits.memory" -> size.limit("memory");
            default -> Optional.empty();
        };
        return taken.flatMap(each -> amount.free().filter(free -> free.compareTo(each) < 0))
                .isPresent();
    }

    private static Optional<Check> room(PodSize size, VisibleFleet fleet) {
        Resources request = new Resources(
                size.request("cpu").movePointRight(3).longValue(),
                size.request("memory").longValue());
        return NodeRoom.check(1, Optional.of(request), fleet);
    }

    private static Optional<Double> most(Workload service, VisibleFleet fleet, ToDoubleFunction<Usage> figure) {
        return service.pods().stream()
                .flatMap(pod -> fleet.fleet().usage(pod).known().stream())
                .flatMap(Optional::stream)
                .map(figure::applyAsDouble)
                .max(Double::compare);
    }

    private static String mebibytes(double bytes) {
        return Math.round(bytes / (1 << 20)) + " MiB";
    }

    private static String millicores(double cores) {
        return Math.round(cores * 1000) + "m";
    }
}
