package io.pilothouse.fleet.spi;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Coordination;
import io.pilothouse.fleet.Quorum;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Kafka cluster says of itself.
 *
 * @param uuid the cluster's own id
 * @param nodes the brokers it knows, fenced ones among them, by id
 * @param topics all topics, internal ones among them
 * @param logDirs what each broker says of its disks, by broker id
 * @param coordination its controllers, what moves, and brokers' settings
 */
public record KafkaClusterFacts(
        String uuid,
        List<KafkaNodeFacts> nodes,
        Observed<List<TopicFacts>> topics,
        Map<Integer, Observed<LogDirFacts>> logDirs,
        Coordination coordination) {

    /** The id of the active controller. */
    public Observed<Integer> controller() {
        return coordination.quorum().map(Quorum::leader);
    }

    /** Ids of the controllers that vote in the quorum. */
    public Observed<Set<Integer>> voters() {
        return coordination.quorum().map(Quorum::voters);
    }
}
