package io.pilothouse.testbed.scene;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** What a service counts about itself. */
final class ServiceMetrics {

    private static final double NANOS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter produced = Counter.builder()
            .name("kafka_producer_topic_record_send")
            .help("Records written to Kafka and acknowledged, named as Micrometer names the producer's own figure")
            .labelNames("topic")
            .register(registry);
    private final Counter consumed = Counter.builder()
            .name("shop_records_consumed")
            .help("Records read from Kafka and processed")
            .labelNames("topic")
            .register(registry);
    private final Counter failures = Counter.builder()
            .name("shop_failures")
            .help("Times that Kafka could not be read or written")
            .register(registry);
    private final Counter requests = Counter.builder()
            .name("shop_http_requests")
            .help("Requests answered")
            .labelNames("status")
            .register(registry);
    private final Summary processing = Summary.builder()
            .name("shop_record_processing_seconds")
            .help("Time spent on each record")
            .register(registry);

    void produced(String topic, long records) {
        produced.labelValues(topic).inc(records);
    }

    void consumed(String topic, Duration spent) {
        consumed.labelValues(topic).inc();
        processing.observe(spent.toNanos() / NANOS);
    }

    void failed() {
        failures.inc();
    }

    void answered(int status, long count) {
        requests.labelValues(String.valueOf(status)).inc(count);
    }

    String text() {
        return MetricsText.of(registry);
    }
}
