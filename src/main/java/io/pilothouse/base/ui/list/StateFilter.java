package io.pilothouse.base.ui.list;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.StateCounts;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filter by the five states. */
public final class StateFilter {

    /** Its name in the address. */
    public static final String KEY = "state";

    private static final Set<String> NOT_HEALTHY = EnumSet.complementOf(EnumSet.of(HealthState.HEALTHY)).stream()
            .map(StateBadge::slug)
            .collect(Collectors.toUnmodifiableSet());

    private StateFilter() {}

    /** The filter of rows that have a health. */
    public static <R> ListFilter<R> of(Function<R, Health> health) {
        return new ListFilter<>(
                KEY,
                "State",
                row -> Stream.of(StateBadge.slug(health.apply(row).state())),
                slug -> ofSlug(slug).map(HealthState::word).orElse(slug),
                Comparator.comparing(
                                (String slug) -> ofSlug(slug).map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()),
                Optional.of(new ListFilter.Shortcut("Not healthy", NOT_HEALTHY)));
    }

    /** How many of the rows, and of those that only this filter leaves out, are in each state. */
    public static StateCounts counts(Arrangement<?> answer) {
        Map<HealthState, Integer> counts = new EnumMap<>(HealthState.class);
        answer.choices()
                .getOrDefault(KEY, Collections.emptySortedMap())
                .forEach((slug, count) -> ofSlug(slug).ifPresent(state -> counts.put(state, count)));
        return new StateCounts(counts);
    }

    private static Optional<HealthState> ofSlug(String slug) {
        return Stream.of(HealthState.values())
                .filter(state -> StateBadge.slug(state).equals(slug))
                .findFirst();
    }
}
