package io.pilothouse.fleet.internal;

import io.pilothouse.fleet.Headroom;
import io.pilothouse.fleet.Limits;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.Resources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What quotas leave, and how the API server says that one is used up. */
final class QuotaRules {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** The admission plugin's words. */
    private static final Pattern EXCEEDED =
            Pattern.compile("exceeded quota: (.+?), requested: (.+?), used: (.+?), limited: (.+)", Pattern.DOTALL);

    private QuotaRules() {}

    /** Empty where no quota limits what pods take, or there is no pod to go by. */
    static Optional<Headroom> headroom(List<Quota> quotas, List<Pod> pods) {
        return pods.stream()
                .max(Comparator.comparing(Pod::created))
                .flatMap(sample -> quotas.stream()
                        .filter(quota -> quota.scope().isEmpty())
                        .flatMap(quota ->
                                quota.amounts().stream().flatMap(amount -> headroom(quota.name(), amount, sample)))
                        .min(Comparator.comparingInt(Headroom::pods)));
    }

    private static Stream<Headroom> headroom(String quota, Quota.Amount amount, Pod sample) {
        return taken(amount.resource(), sample.requests(), sample.limits())
                .filter(taken -> taken.signum() > 0)
                .flatMap(taken -> amount.free().map(free -> free.divide(taken, 0, RoundingMode.FLOOR)))
                .map(pods -> new Headroom(
                        pods.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue(), quota, amount.resource()))
                .stream();
    }

    /** What one pod takes of a resource that a quota may name (Kubernetes' documentation, "Resource Quotas"). */
    private static Optional<BigDecimal> taken(String resource, Resources requests, Limits limits) {
        return switch (resource) {
            case "pods", "count/pods" -> Optional.of(BigDecimal.ONE);
            case "cpu", "requests.cpu" -> Optional.of(cores(requests.millicores()));
            case "memory", "requests.memory" -> Optional.of(BigDecimal.valueOf(requests.memory()));
            case "limits.cpu" -> limits.millicores().map(QuotaRules::cores);
            case "limits.memory" -> limits.memory().map(BigDecimal::valueOf);
            default -> Optional.empty();
        };
    }

    private static BigDecimal cores(long millicores) {
        return BigDecimal.valueOf(millicores).divide(THOUSAND);
    }

    /** Why a pod was refused, in words; as it was told where it was not for a quota. */
    static String refusal(String message) {
        Matcher exceeded = EXCEEDED.matcher(message);
        return exceeded.find()
                ? "waits for quota " + exceeded.group(1) + ": a pod takes " + exceeded.group(2) + ", used is "
                        + exceeded.group(3) + " of " + exceeded.group(4)
                : "pods cannot be created: " + message;
    }
}
