package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.Quantity;
import io.pilothouse.fleet.Resources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kubernetes' amounts as numbers, rounded up as Kubernetes itself does. */
final class Quantities {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Quantities() {}

    /** CPU and memory among the amounts; zero where one is not named. */
    static Resources resources(@Nullable Map<String, Quantity> amounts) {
        return new Resources(whole(amount(amounts, "cpu").multiply(THOUSAND)), whole(amount(amounts, "memory")));
    }

    /** An amount by name; zero where it is not named. */
    static BigDecimal amount(@Nullable Map<String, Quantity> amounts, String name) {
        return Optional.ofNullable(amounts)
                .flatMap(named -> Optional.ofNullable(named.get(name)))
                .map(Quantity::getNumericalAmount)
                .orElse(BigDecimal.ZERO);
    }

    private static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.CEILING).longValue();
    }
}
