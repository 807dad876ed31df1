package io.pilothouse.fleet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A ResourceQuota: what all objects of a namespace may take together.
 *
 * @param amounts what it limits, by resource
 * @param scope which pods it is about, in Kubernetes' words; empty for one about all
 */
public record Quota(String name, List<Amount> amounts, Optional<String> scope) {

    public Quota {
        amounts = List.copyOf(amounts);
    }

    /**
     * What it limits.
     *
     * @param resource as Kubernetes names it: {@code requests.cpu}, {@code limits.memory}, {@code pods}, {@code count/jobs.batch} …
     * @param used taken now, in cores, bytes or pieces; empty while its controller has not counted
     * @param hard what may be taken at most
     */
    public record Amount(String resource, Optional<BigDecimal> used, BigDecimal hard) {

        /** What may still be taken; never negative, although more may be taken than a quota that came later allows. */
        public Optional<BigDecimal> free() {
            return used.map(taken -> hard.subtract(taken).max(BigDecimal.ZERO));
        }

        /** How much of it is taken: 0 to 1, or more. */
        public Optional<Double> share() {
            return hard.signum() == 0 ? Optional.empty() : used.map(taken -> taken.doubleValue() / hard.doubleValue());
        }
    }
}
