package io.pilothouse.services.internal;

import io.pilothouse.base.Quantity;
import io.pilothouse.change.Check;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.services.ChangeResources;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a namespace's LimitRanges let such containers be made; the API server holds pods against them, not workloads. */
final class LimitRangeRule {

    private LimitRangeRule() {}

    static Stream<Check> checks(ChangeResources change, List<LimitRange> ranges) {
        return ranges.stream()
                .flatMap(range -> range.rules().stream()
                        .filter(rule -> rule.type().equals("Container"))
                        .flatMap(rule -> check(change, range.name(), rule).stream()));
    }

    private static Optional<Check> check(ChangeResources change, String range, LimitRange.Rule rule) {
        String resource = rule.resource();
        Optional<BigDecimal> request = change.requests().amount(resource).flatMap(Quantity::of);
        Optional<BigDecimal> limit = change.limits().amount(resource).flatMap(Quantity::of);
        Optional<BigDecimal> most = limit.or(() -> request);
        boolean under = rule.minimum()
                .filter(least ->
                        request.filter(asked -> asked.compareTo(least) < 0).isPresent())
                .isPresent();
        boolean over = rule.maximum()
                .filter(greatest ->
                        most.filter(asked -> asked.compareTo(greatest) > 0).isPresent())
                .isPresent();
        if (under) {
            return Optional.of(refused(range, resource, "at least " + plain(rule.minimum())));
        }
        return over ? Optional.of(refused(range, resource, "at most " + plain(rule.maximum()))) : Optional.empty();
    }

    private static Check refused(String range, String resource, String bound) {
        return Check.block("LimitRange " + range + " would refuse its pods", resource + ": " + bound);
    }

    private static String plain(Optional<BigDecimal> amount) {
        return amount.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
    }
}
