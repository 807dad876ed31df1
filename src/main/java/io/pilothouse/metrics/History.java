package io.pilothouse.metrics;

import java.time.Instant;
import java.util.List;

/**
 * A figure over time.
 *
 * @param from the time of the first point there could be
 * @param to the time of the last point there could be
 * @param series one for each pod or broker, by name; empty when nobody measured it
 * @param expression what Prometheus was asked, in PromQL
 */
public record History(Instant from, Instant to, List<Series> series, String expression) {

    public History {
        series = List.copyOf(series);
    }

    /** The points of one pod or broker. Where it was not measured there is no point; that is not a zero. */
    public record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** A value at a time; never NaN or infinite. */
    public record Point(Instant at, double value) {}
}
