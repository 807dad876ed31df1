package io.pilothouse.api;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.TopicProgress;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Prometheus cannot learn elsewhere: how far groups of consumers are behind, in records and in time. What is not known has no sample.
 * Whoever scrapes sees the groups that they may see.
 */
@RestController
class MetricsApi {

    private static final double MILLIS = 1000;

    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Picture picture;

    MetricsApi(Picture picture) {
        this.picture = picture;
    }

    @GetMapping(Addresses.BASE + "/metrics")
    ResponseEntity<byte[]> metrics() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, snapshots(picture.now()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(writer.getContentType()))
                .body(text.toByteArray());
    }

    private static MetricSnapshots snapshots(VisibleFleet fleet) {
        GaugeSnapshot.Builder records = GaugeSnapshot.builder()
                .name("pilothouse_group_lag_records")
                .help("Records of a topic that a group of consumers has yet to read");
        GaugeSnapshot.Builder seconds = GaugeSnapshot.builder()
                .name("pilothouse_group_lag_seconds")
                .help("How old the oldest record of a topic is that a group of consumers has yet to read");
        for (KafkaCluster cluster : fleet.clusters()) {
            cluster.groups()
                    .known()
                    .ifPresent(groups ->
                            groups.forEach(group -> TopicProgress.of(group).forEach((topic, progress) -> {
                                Labels labels = labels(group, topic);
                                progress.lag().ifPresent(lag -> records.dataPoint(point(labels, lag)));
                                if (progress.delay() instanceof Delay.Known delay) {
                                    seconds.dataPoint(
                                            point(labels, delay.value().toMillis() / MILLIS));
                                }
                            })));
        }
        return MetricSnapshots.of(records.build(), seconds.build());
    }

    private static Labels labels(ConsumerGroup group, String topic) {
        return Labels.of(
                "kafka_namespace", group.id().cluster().namespace(),
                "kafka_cluster", group.id().cluster().name(),
                "group", group.id().name(),
                "topic", topic);
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
