package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.text;

import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpec;
import io.fabric8.kubernetes.api.model.ScopeSelector;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.Quota;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of the objects that limit a namespace. */
final class NamespaceLimitReductions {

    private NamespaceLimitReductions() {}

    static Quota quota(ResourceQuota object) {
        Map<String, Quantity> hard = amounts(object.getSpec().getHard());
        Optional<Map<String, Quantity>> used =
                Optional.ofNullable(object.getStatus()).map(status -> amounts(status.getUsed()));
        return new Quota(
                object.getMetadata().getName(),
                new TreeSet<>(hard.keySet())
                        .stream()
                                .map(resource -> new Quota.Amount(
                                        resource.intern(),
                                        used.flatMap(known -> amount(known, resource)),
                                        amount(hard, resource).orElseThrow()))
                                .toList(),
                scope(object.getSpec()));
    }

    static LimitRange limitRange(io.fabric8.kubernetes.api.model.LimitRange object) {
        return new LimitRange(
                object.getMetadata().getName(),
                list(object.getSpec().getLimits()).stream()
                        .flatMap(NamespaceLimitReductions::rules)
                        .toList());
    }

    private static Stream<LimitRange.Rule> rules(LimitRangeItem item) {
        List<Map<String, Quantity>> all = Stream.of(
                        item.getMin(), item.getMax(), item.getDefault(), item.getDefaultRequest())
                .map(NamespaceLimitReductions::amounts)
                .toList();
        return all.stream()
                .flatMap(named -> named.keySet().stream())
                .distinct()
                .sorted()
                .map(resource -> new LimitRange.Rule(
                        text(item.getType()).intern(),
                        resource.intern(),
                        amount(all.get(0), resource),
                        amount(all.get(1), resource),
                        amount(all.get(2), resource),
                        amount(all.get(3), resource)));
    }

    private static Optional<String> scope(ResourceQuotaSpec spec) {
        Stream<String> selected =
                Optional.ofNullable(spec.getScopeSelector()).map(ScopeSelector::getMatchExpressions).stream()
                        .flatMap(List::stream)
                        .map(term -> text(term.getScopeName()) + " " + text(term.getOperator())
                                + list(term.getValues()).stream()
                                        .map(value -> " " + value)
                                        .collect(Collectors.joining(",")));
        String scopes = Stream.concat(list(spec.getScopes()).stream(), selected)
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return scopes.isEmpty() ? Optional.empty() : Optional.of(scopes);
    }

    private static Optional<BigDecimal> amount(Map<String, Quantity> amounts, String resource) {
        return amounts.containsKey(resource)
                ? Optional.of(Quantities.amount(amounts, resource).stripTrailingZeros())
                : Optional.empty();
    }

    private static Map<String, Quantity> amounts(@Nullable Map<String, Quantity> amounts) {
        return Optional.ofNullable(amounts).orElse(Map.of());
    }
}
