package io.pilothouse.kafka;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.spi.KafkaConnection;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Kafka clusters are read besides those that Kubernetes knows, and how.
 *
 * @param clusters clusters that the console is told of
 * @param topicsPerRequest how many topics one request to a broker asks for, at least 1
 * @param groupsPerRequest how many groups are asked for at once, at least 1
 * @param deadlines how long answers are waited for
 */
@ConfigurationProperties("pilothouse.kafka")
record KafkaProperties(
        @DefaultValue List<Cluster> clusters,
        @DefaultValue("200") int topicsPerRequest,
        @DefaultValue("50") int groupsPerRequest,
        @DefaultValue Deadlines deadlines) {

    private static final String PREFIX = "pilothouse.kafka.";

    KafkaProperties {
        clusters = List.copyOf(clusters);
        Set<ClusterId> ids = new HashSet<>();
        for (int i = 0; i < clusters.size(); i++) {
            String key = PREFIX + "clusters[" + i + "]";
            clusters.get(i).check(key);
            ClusterId id = clusters.get(i).connection().cluster();
            require(ids.add(id), key + ".name", "the cluster " + id + " is there twice");
        }
        require(topicsPerRequest >= 1, PREFIX + "topics-per-request", topicsPerRequest + " is less than 1");
        require(groupsPerRequest >= 1, PREFIX + "groups-per-request", groupsPerRequest + " is less than 1");
        deadlines.check(PREFIX + "deadlines");
    }

    /** How the cluster is to be reached; in plain text where no setting says otherwise. */
    Security security(ClusterId cluster) {
        return clusters.stream()
                .filter(configured -> configured.connection().cluster().equals(cluster))
                .map(Cluster::security)
                .findFirst()
                .orElse(Security.NONE);
    }

    /**
     * A cluster and how it is reached.
     *
     * @param namespace of its {@code Kafka} resource, for a cluster that has one
     * @param bootstrapServers {@code host:port}, several separated by commas
     * @param properties Kafka's own client properties that begin with {@code security.}, {@code sasl.} or {@code ssl.}; without any the
     *     cluster is reached in plain text, without credentials
     */
    record Cluster(
            @DefaultValue(ClusterId.EXTERNAL) String namespace,
            @DefaultValue("") String name,
            @DefaultValue("") String bootstrapServers,
            @DefaultValue Map<String, String> properties) {

        Cluster {
            properties = Map.copyOf(properties);
        }

        KafkaConnection connection() {
            return new KafkaConnection(new ClusterId(namespace, name), bootstrapServers);
        }

        private Security security() {
            return new Security(properties);
        }

        /** Without the values of its properties. */
        @Override
        public String toString() {
            return connection() + " " + security();
        }

        private void check(String key) {
            properties
                    .keySet()
                    .forEach(property -> require(
                            Security.admits(property),
                            key + ".properties." + property,
                            "only properties that begin with security., sasl. or ssl. can be set"));
            require(!namespace.isBlank(), key + ".namespace", "it is empty");
            require(!name.isBlank(), key + ".name", "the cluster needs a name");
            require(
                    !bootstrapServers.isBlank(),
                    key + ".bootstrap-servers",
                    "the cluster needs at least one host:port");
            for (String server : bootstrapServers.split(",")) {
                require(
                        Address.parse(server).isPresent(),
                        key + ".bootstrap-servers",
                        server.strip() + " is not of the form host:port");
            }
        }
    }

    /**
     * How long answers are waited for. Together they bound a reading.
     *
     * @param cluster for the list of brokers, from whichever broker is asked; another one is tried after that
     * @param broker for a broker's own sign of life
     * @param topics for one part of the topics; no further part is begun after that time
     * @param quorum for the quorum, and for partitions on the move
     * @param logDirs for the log dirs of a broker
     * @param offsets for one part of the end offsets; no further part is begun after that time
     * @param groups for the list of groups, and for one part of them; no further part is begun after that time
     * @param settings for the settings of a broker
     * @param transactions for a broker's list of open transactions, and for what they are
     */
    record Deadlines(
            @DefaultValue("1s") Duration cluster,
            @DefaultValue("1200ms") Duration broker,
            @DefaultValue("1500ms") Duration topics,
            @DefaultValue("1s") Duration quorum,
            @DefaultValue("1500ms") Duration logDirs,
            @DefaultValue("1s") Duration offsets,
            @DefaultValue("1s") Duration groups,
            @DefaultValue("1s") Duration settings,
            @DefaultValue("500ms") Duration transactions) {

        Duration longest() {
            return Stream.of(cluster, broker, topics, quorum, logDirs, offsets, groups, settings, transactions)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        private void check(String key) {
            requirePositive(cluster, key + ".cluster");
            requirePositive(broker, key + ".broker");
            requirePositive(topics, key + ".topics");
            requirePositive(quorum, key + ".quorum");
            requirePositive(logDirs, key + ".log-dirs");
            requirePositive(offsets, key + ".offsets");
            requirePositive(groups, key + ".groups");
            requirePositive(settings, key + ".settings");
            requirePositive(transactions, key + ".transactions");
        }

        private static void requirePositive(Duration deadline, String key) {
            require(deadline.isPositive(), key, "a deadline must be longer than nothing");
        }
    }

    private static void require(boolean condition, String key, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(key + ": " + problem);
        }
    }
}
