package io.pilothouse.api.json;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A topic of a Kafka cluster. */
public record TopicJson(
        String self,
        ClusterRef cluster,
        String name,
        Reading reading,
        boolean internal,
        HealthJson health,
        List<PartitionJson> partitions,
        Known<Long> sizeBytes,
        Known<Double> producedPerSecond,
        Known<Instant> lastWritten,
        Known<List<SettingJson>> settings,
        Known<List<String>> readers,
        Known<List<FlowJson>> writers) {

    /** One of its effective settings. */
    public record SettingJson(String name, String value, String origin) {
        private static SettingJson of(TopicSettings.Setting setting) {
            return new SettingJson(setting.name(), setting.value(), Words.of(setting.origin()));
        }
    }

    /** The address of a topic. */
    static String self(TopicId id) {
        return Addresses.of(FleetNavigation.topic(id));
    }

    public static TopicJson of(Topic topic, KafkaCluster cluster, VisibleFleet fleet) {
        return new TopicJson(
                self(topic.id()),
                ClusterRef.of(topic.id().cluster()),
                topic.id().name(),
                Reading.of(cluster.topics()),
                topic.internal(),
                HealthJson.of(topic.health()),
                topic.partitions().stream()
                        .map(partition -> PartitionJson.of(partition, fleet))
                        .toList(),
                Known.of(topic.size().map(ByteSize::bytes), "The size of one of its replicas is not known."),
                Known.of(topic.produced(), "It has not been watched for long enough."),
                Known.of(
                        topic.lastWritten(),
                        topic.neverWritten()
                                ? "Nothing was ever written to it."
                                : "It holds no record, or nobody has told when the last was written."),
                Known.of(settings(topic), "Its settings are not read yet."),
                Known.of(cluster.groups(), _ -> topic.readers()),
                FlowJson.writers(topic.id(), fleet));
    }

    private static Optional<List<SettingJson>> settings(Topic topic) {
        return Optional.of(topic.settings())
                .filter(TopicSettings::known)
                .map(known -> known.settings().stream().map(SettingJson::of).toList());
    }
}
