package io.pilothouse.fleet.spi;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.StrimziState;
import java.util.Optional;

/**
 * A Strimzi {@code Kafka} resource.
 *
 * @param version the Kafka version of its status, else of its spec
 * @param bootstrapServers of the first listener that its status names and that needs no credentials; empty until it has one
 */
public record KafkaResourceFacts(
        ClusterId id, Optional<String> version, StrimziState state, Optional<String> bootstrapServers) {}
