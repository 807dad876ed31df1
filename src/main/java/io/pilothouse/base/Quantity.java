package io.pilothouse.base;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount as Kubernetes writes it ({@code 250m}, {@code 1.5}, {@code 512Mi}), as a number of cores or bytes. */
public final class Quantity {

    private static final Pattern WRITTEN =
            Pattern.compile("(?<number>\\d+(?:\\.\\d+)?|\\.\\d+)(?<suffix>[mkMGTP]|[KMGTP]i)?");
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
            Map.entry("", BigDecimal.ONE),
            Map.entry("m", new BigDecimal("0.001")),
            Map.entry("k", BigDecimal.valueOf(1_000)),
            Map.entry("M", BigDecimal.valueOf(1_000_000)),
            Map.entry("G", BigDecimal.valueOf(1_000_000_000)),
            Map.entry("T", BigDecimal.valueOf(1_000_000_000_000L)),
            Map.entry("P", BigDecimal.valueOf(1_000_000_000_000_000L)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)));

    private Quantity() {}

    /** Empty for what is none; amounts below zero or with an exponent, which nobody asks for, are none. */
    public static Optional<BigDecimal> of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = Optional.ofNullable(matcher.group("suffix")).orElse("");
        return Optional.ofNullable(FACTORS.get(suffix)).map(new BigDecimal(matcher.group("number"))::multiply);
    }
}
