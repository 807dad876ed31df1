package io.pilothouse.services.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.Headroom;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.Quota;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How quotas and limit ranges are put into words. */
final class QuotaWords {

    private QuotaWords() {}

    /** "3 more of its pods fit; then requests.cpu of quota compute is used up." */
    static String headroom(Headroom headroom) {
        return headroom.pods() == 0
                ? "No more of its pods fit: " + headroom.resource() + " of quota " + headroom.quota() + " is used up."
                : Formats.count(headroom.pods()) + " more of its pods " + (headroom.pods() == 1 ? "fits" : "fit")
                        + "; then " + headroom.resource() + " of quota " + headroom.quota() + " is used up.";
    }

    /** "3.50 of 4.00, 88 %". */
    static String amount(Quota.Amount amount) {
        String hard = inUnits(amount.resource(), amount.hard());
        return amount.used()
                        .map(used -> inUnits(amount.resource(), used) + " of " + hard)
                        .orElse("at most " + hard)
                + amount.share().map(share -> ", " + Formats.percent(share)).orElse("");
    }

    /** Its name, and which pods it is about unless about all. */
    static String name(Quota quota) {
        return quota.name() + quota.scope().map(scope -> ", only " + scope).orElse("");
    }

    /** "at least 100 m, at most 2.00 cores; unless set: request 250 m, limit 500 m". */
    static String rule(LimitRange.Rule rule) {
        String range = Stream.of(
                        rule.minimum().map(least -> "at least " + inUnits(rule.resource(), least)),
                        rule.maximum().map(most -> "at most " + inUnits(rule.resource(), most)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        String standard = Stream.of(
                        rule.standardRequest().map(amount -> "request " + inUnits(rule.resource(), amount)),
                        rule.standardLimit().map(amount -> "limit " + inUnits(rule.resource(), amount)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Stream.of(range, standard.isEmpty() ? "" : "unless set: " + standard)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String inUnits(String resource, BigDecimal amount) {
        if (resource.endsWith("cpu")) {
            return Formats.cores(amount.doubleValue()) + (amount.compareTo(BigDecimal.ONE) < 0 ? "" : " cores");
        }
        return resource.endsWith("memory") || resource.endsWith("storage") || resource.contains("hugepages-")
                ? Formats.bytes(amount.doubleValue())
                : Formats.count(amount.longValue());
    }
}
