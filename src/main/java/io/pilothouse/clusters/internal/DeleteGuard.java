package io.pilothouse.clusters.internal;

import io.pilothouse.access.Look;
import io.pilothouse.base.ByteSize;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.Situation;
import io.pilothouse.clusters.DeleteKafka;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is lost with a Kafka cluster, and what its volumes keep. */
@Component
class DeleteGuard implements Guard {

    private static final double GIGABYTE = 1e9;
    private static final int NAMED = 3;

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (!(change instanceof DeleteKafka delete)
                || !(situation.fleet().cluster(delete.cluster())
                        instanceof Look.Seen<KafkaCluster>(KafkaCluster cluster))) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>();
        checks.add(topics(cluster));
        groups(cluster).ifPresent(checks::add);
        checks.add(volumes(cluster));
        return checks;
    }

    private static Check topics(KafkaCluster cluster) {
        Optional<List<Topic>> known = cluster.topics().known();
        if (known.isEmpty()) {
            return Check.unknown("What it holds is not known", "Kafka does not answer");
        }
        List<Topic> own =
                known.orElseThrow().stream().filter(topic -> !topic.internal()).toList();
        double bytes = own.stream()
                .flatMap(topic -> topic.size().stream())
                .mapToLong(ByteSize::bytes)
                .sum();
        return own.isEmpty()
                ? Check.pass("It holds no topic", "but Kafka's own")
                : Check.warn(
                        own.size() + (own.size() == 1 ? " topic is" : " topics are") + " lost",
                        "%.1f GB: %s"
                                .formatted(
                                        bytes / GIGABYTE,
                                        named(own.stream()
                                                .map(topic -> topic.id().name())
                                                .toList())));
    }

    private static Optional<Check> groups(KafkaCluster cluster) {
        List<String> active = cluster.groups().known().stream()
                .flatMap(List::stream)
                .filter(group -> !group.members().isEmpty())
                .map(ConsumerGroup::id)
                .map(id -> id.name())
                .toList();
        return active.isEmpty()
                ? Optional.empty()
                : Optional.of(Check.block(
                        active.size() + (active.size() == 1 ? " group reads" : " groups read") + " from it now",
                        named(active)));
    }

    private static Check volumes(KafkaCluster cluster) {
        boolean claims = cluster.pools().stream()
                .flatMap(pool -> pool.volumes().stream())
                .anyMatch(volume -> volume.kind().equals("persistent-claim"));
        if (!claims) {
            return Check.warn("Nothing is kept: it has no disks", "ephemeral storage");
        }
        boolean deleted = cluster.pools().stream()
                .map(NodePool::volumes)
                .flatMap(List::stream)
                .anyMatch(NodePool.DataVolume::deleteClaim);
        boolean kept = cluster.brokers().stream()
                .flatMap(broker -> broker.volumes().stream())
                .map(Volume::kept)
                .allMatch(retained -> retained.orElse(false));
        if (!deleted) {
            return Check.pass("Its claims stay, and its data with them", "deleteClaim: false");
        }
        return kept
                ? Check.warn("Its claims go, but its volumes stay", "reclaim policy Retain")
                : Check.warn("Its claims go, and what its volumes hold goes with them", "deleteClaim: true");
    }

    private static String named(List<String> names) {
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}
