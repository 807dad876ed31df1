package io.pilothouse.prometheus;

import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.History;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.spi.HistorySource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads figures over time through Prometheus' HTTP API, over connections of its own: charts never wait for the picture, nor it for them. */
@Component
class PrometheusHistory implements HistorySource, AutoCloseable {

    private static final double MILLISECONDS = 1000;

    private final QueryFailures failures;
    private final Optional<QueryClient> client;

    PrometheusHistory(PrometheusProperties properties, Clock clock) {
        this.failures = new QueryFailures(clock);
        this.client = properties.queries().map(url -> new QueryClient(url, properties.deadline(), failures));
    }

    @Override
    public History read(Subject subject, Figure figure, Instant from, Instant to, Duration step)
            throws SourceUnavailable {
        QueryClient prometheus = client.orElseThrow(failures::notConfigured);
        String expression = HistoryCatalogue.expression(subject, figure, step);
        List<History.Series> series = prometheus.query(expression, from, to, step).stream()
                .map(track -> series(track, HistoryCatalogue.label(subject)))
                .filter(track -> !track.points().isEmpty())
                .sorted(Comparator.comparing(History.Series::name))
                .toList();
        return new History(from, to, series, expression);
    }

    private static History.Series series(QueryAnswer.Track track, String label) {
        return new History.Series(
                track.labels().getOrDefault(label, ""),
                track.values().stream()
                        .filter(timed -> Double.isFinite(timed.value()))
                        .map(timed -> new History.Point(
                                Instant.ofEpochMilli(Math.round(timed.at() * MILLISECONDS)), timed.value()))
                        .toList());
    }

    @Override
    public void close() {
        client.ifPresent(QueryClient::close);
    }
}
