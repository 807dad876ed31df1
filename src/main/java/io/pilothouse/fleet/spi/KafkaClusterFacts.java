package io.pilothouse.fleet.spi;

import io.pilothouse.base.Observed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Kafka cluster says of itself.
 *
 * @param uuid the cluster's own id
 * @param nodes the brokers it knows, fenced ones among them, by id
 * @param controller the id of the active controller
 * @param voters ids of the controllers that vote in the quorum
 * @param topics all topics, internal ones among them
 * @param logDirs what each broker says of its disks, by broker id
 */
public record KafkaClusterFacts(
        String uuid,
        List<KafkaNodeFacts> nodes,
        Observed<Integer> controller,
        Observed<Set<Integer>> voters,
        Observed<List<TopicFacts>> topics,
        Map<Integer, Observed<LogDirFacts>> logDirs) {}
