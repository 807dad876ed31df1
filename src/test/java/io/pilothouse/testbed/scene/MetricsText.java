package io.pilothouse.testbed.scene;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.stream.Collectors;

/** The Prometheus text format of counters, gauges and summaries without quantiles: all that the services have. */
final class MetricsText {

    private final StringBuilder text = new StringBuilder();

    private MetricsText() {}

    static String of(PrometheusRegistry registry) {
        MetricsText page = new MetricsText();
        registry.scrape().forEach(page::append);
        return page.text.toString();
    }

    private void append(MetricSnapshot metric) {
        String name = metric.getMetadata().getPrometheusName();
        switch (metric) {
            case CounterSnapshot counter -> {
                head(name + "_total", "counter", metric);
                counter.getDataPoints().forEach(point -> sample(name + "_total", point.getLabels(), point.getValue()));
            }
            case GaugeSnapshot gauge -> {
                head(name, "gauge", metric);
                gauge.getDataPoints().forEach(point -> sample(name, point.getLabels(), point.getValue()));
            }
            case SummarySnapshot summary -> {
                head(name, "summary", metric);
                summary.getDataPoints().forEach(point -> {
                    sample(name + "_sum", point.getLabels(), point.getSum());
                    sample(name + "_count", point.getLabels(), point.getCount());
                });
            }
            default -> throw new IllegalArgumentException("No text for " + metric.getClass());
        }
    }

    private void head(String name, String type, MetricSnapshot metric) {
        text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(metric.getMetadata().getHelp())
                .append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, Labels labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append(labels.stream()
                    .map(label -> label.getName() + "=\"" + label.getValue() + "\"")
                    .collect(Collectors.joining(",", "{", "}")));
        }
        text.append(' ').append(value).append('\n');
    }
}
