package io.pilothouse.fleet.spi;

import io.pilothouse.base.Observed;
import java.time.Instant;
import java.util.Optional;

/**
 * A broker that the cluster knows.
 *
 * @param rack its {@code broker.rack}, if set
 * @param fenced registered, but shut out by the controller because its heartbeats stopped or its shutdown is under way (KIP-631, KIP-1073)
 * @param answered when the broker itself answered last; stale or missing, with the reason, when it did not answer the last time it was asked
 */
public record KafkaNodeFacts(
        int id, String host, int port, Optional<String> rack, boolean fenced, Observed<Instant> answered) {}
