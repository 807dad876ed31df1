package io.pilothouse.fleet.spi;

import io.pilothouse.base.ClusterId;

/** How to reach a Kafka cluster: {@code host:port}, several separated by commas. */
public record KafkaConnection(ClusterId cluster, String bootstrapServers) {}
