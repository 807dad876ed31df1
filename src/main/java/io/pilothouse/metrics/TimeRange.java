package io.pilothouse.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How far back a chart looks, with the distance of its points: some two hundred of them, which is what a screen can show. */
public enum TimeRange {
    MINUTES_15("15m", "15 min", Duration.ofMinutes(15), Duration.ofSeconds(5)),
    HOUR("1h", "1 hour", Duration.ofHours(1), Duration.ofSeconds(15)),
    HOURS_6("6h", "6 hours", Duration.ofHours(6), Duration.ofMinutes(2)),
    DAY("24h", "24 hours", Duration.ofDays(1), Duration.ofMinutes(6)),
    WEEK("7d", "7 days", Duration.ofDays(7), Duration.ofMinutes(42));

    private final String slug;
    private final String title;
    private final Duration length;
    private final Duration step;

    TimeRange(String slug, String title, Duration length, Duration step) {
        this.slug = slug;
        this.title = title;
        this.length = length;
        this.step = step;
    }

    /** The range that an address names; empty for a name of none. */
    public static Optional<TimeRange> ofSlug(String slug) {
        return Stream.of(values()).filter(range -> range.slug.equals(slug)).findFirst();
    }

    /** Its name in addresses. */
    public String slug() {
        return slug;
    }

    /** Its name on the screen. */
    public String title() {
        return title;
    }

    public Duration length() {
        return length;
    }

    /** Between two points. */
    public Duration step() {
        return step;
    }
}
