package io.pilothouse.fleet.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often sources that must be asked are asked.
 *
 * @param kafkaInterval between the end of one reading of a Kafka cluster and the start of the next
 * @param kafkaProgressInterval the same for how far its partitions are written and read
 * @param metricsInterval the same for Prometheus
 */
@ConfigurationProperties("pilothouse.fleet")
record FleetProperties(
        @DefaultValue("2s") Duration kafkaInterval,
        @DefaultValue("5s") Duration kafkaProgressInterval,
        @DefaultValue("5s") Duration metricsInterval) {}
