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

    private static final String TOPIC = "topic";

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
                PodLabels.of(sample.labels())
                        .map(pod -> withTopic(pod, sample.labels()))
                        .ifPresent(labels -> values.merge(labels, sample.value(), Math::max));
            }
        }
        return values.entrySet().stream()
                .map(value -> new Measurement(value.getKey(), value.getValue()))
                .toList();
    }

    private static Map<String, String> withTopic(Map<String, String> pod, Map<String, String> labels) {
        return Optional.ofNullable(labels.get(TOPIC))
                .map(topic -> {
                    Map<String, String> all = new HashMap<>(pod);
                    all.put(TOPIC, topic);
                    return Map.copyOf(all);
                })
                .orElse(pod);
    }

    @Override
    public void close() {
        client.ifPresent(QueryClient::close);
    }
}
