package io.pilothouse.prometheus;

import io.pilothouse.fleet.spi.MetricFacts;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads figures through Prometheus' HTTP API. */
@Component
class PrometheusMetricFacts implements MetricFacts, AutoCloseable {

    private final QueryFailures failures;
    private final Optional<QueryClient> client;

    PrometheusMetricFacts(PrometheusProperties properties, Clock clock) {
        this.failures = new QueryFailures(clock);
        this.client = properties.queries().map(url -> new QueryClient(url, properties.deadline(), failures));
    }

    @Override
    public List<Measurement> read(Figure figure) throws SourceUnavailable {
        Map<Map<String, String>, Double> values = new HashMap<>();
        QueryClient prometheus = client.orElseThrow(failures::notConfigured);
        for (QueryAnswer.Sample sample : prometheus.query(Catalogue.expression(figure))) {
            if (Double.isFinite(sample.value())) {
                PodLabels.of(sample.labels()).ifPresent(pod -> values.merge(pod, sample.value(), Math::max));
            }
        }
        return values.entrySet().stream()
                .map(value -> new Measurement(value.getKey(), value.getValue()))
                .toList();
    }

    @Override
    public void close() {
        client.ifPresent(QueryClient::close);
    }
}
