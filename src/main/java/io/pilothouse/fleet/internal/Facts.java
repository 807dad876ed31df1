package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KubernetesState;
import java.util.Map;

/**
 * What the three sources told last: all that a picture is joined from.
 *
 * @param kafka for each Kafka cluster that can be asked, what it said
 * @param progress for each such cluster, how far its partitions are written and read
 * @param connections how those clusters are reached
 */
record Facts(
        Observed<KubernetesState> kubernetes,
        Map<ClusterId, Observed<KafkaClusterFacts>> kafka,
        Map<ClusterId, Observed<Progress>> progress,
        Map<ClusterId, KafkaConnection> connections,
        Observed<MetricState> metrics) {}
