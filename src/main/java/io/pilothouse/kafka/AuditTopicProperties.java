package io.pilothouse.kafka;

import io.pilothouse.base.ClusterId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which topic keeps the audit records, and how it is made if it is missing. One that is there is left as it is.
 *
 * @param cluster {@code namespace/name} of one of {@code pilothouse.kafka.clusters}; empty: the first of them
 * @param bootstrapServers {@code host:port}, several separated by commas, of a cluster that is none of those; instead of {@code cluster}
 * @param properties Kafka's own client properties for the {@code bootstrapServers}, as those of {@code pilothouse.kafka.clusters}
 * @param topic its name
 * @param partitions how many it is made with, at least 1; one change is in one partition
 * @param replicationFactor how many replicas it is made with, at least 1
 * @param retention how long Kafka keeps records, in a topic that the console makes
 */
@ConfigurationProperties("pilothouse.audit")
record AuditTopicProperties(
        @DefaultValue("") String cluster,
        @DefaultValue("") String bootstrapServers,
        @DefaultValue Map<String, String> properties,
        @DefaultValue("pilothouse-audit") String topic,
        @DefaultValue("1") int partitions,
        @DefaultValue("3") short replicationFactor,
        @DefaultValue("365d") Duration retention) {

    private static final String PREFIX = "pilothouse.audit.";

    /** What a cluster is called that is known by its bootstrap servers alone. */
    private static final ClusterId OWN = new ClusterId(ClusterId.EXTERNAL, "audit");

    AuditTopicProperties {
        properties = Map.copyOf(properties);
        for (String property : properties.keySet()) {
            require(
                    Security.admits(property),
                    "properties." + property + ": only properties that begin with security., sasl. or ssl. can be set");
        }
        require(
                cluster.isBlank() || bootstrapServers.isBlank(),
                "bootstrap-servers: set either them or pilothouse.audit.cluster");
        require(
                bootstrapServers.isBlank() == Address.all(bootstrapServers).isEmpty(),
                "bootstrap-servers: " + bootstrapServers + " is not of the form host:port");
        require(topic.matches("[A-Za-z0-9._-]{1,249}"), "topic: '" + topic + "' is no name of a topic");
        require(partitions >= 1, "partitions: " + partitions + " is less than 1");
        require(replicationFactor >= 1, "replication-factor: " + replicationFactor + " is less than 1");
        require(retention.isPositive(), "retention: it must be longer than nothing");
    }

    /** Where the topic is; empty when the settings know no cluster at all. */
    Optional<Place> place(KafkaProperties known) {
        if (!bootstrapServers.isBlank()) {
            return Optional.of(new Place(OWN, bootstrapServers, new Security(properties)));
        }
        Optional<Place> found = known.clusters().stream()
                .map(KafkaProperties.Cluster::connection)
                .filter(connection ->
                        cluster.isBlank() || connection.cluster().toString().equals(cluster))
                .findFirst()
                .map(connection -> new Place(
                        connection.cluster(), connection.bootstrapServers(), known.security(connection.cluster())));
        require(cluster.isBlank() || found.isPresent(), "cluster: pilothouse.kafka.clusters has no " + cluster);
        return found;
    }

    /** A cluster and how it is reached. */
    record Place(ClusterId cluster, String bootstrapServers, Security security) {}

    /** Without the values of its properties. */
    @Override
    public String toString() {
        return topic + " in " + cluster + bootstrapServers + " " + new Security(properties);
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(PREFIX + problem);
        }
    }
}
