package io.pilothouse.kafka;

import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.LogDir;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.LogDirFacts;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.ReplicaInfo;

/** Adds up the log dirs of a broker. Replicas on the move between two of its dirs are there twice, and count twice. */
final class LogDirSums {

    private LogDirSums() {}

    /** By path; the sums are those of the dirs that the broker can use. */
    static LogDirFacts of(Map<String, LogDirDescription> all) {
        List<LogDirDescription> online =
                all.values().stream().filter(dir -> dir.error() == null).toList();
        return new LogDirFacts(
                used(online),
                sum(online, LogDirDescription::totalBytes),
                sum(online, LogDirDescription::usableBytes),
                replicas(online),
                all.entrySet().stream()
                        .map(dir -> dir(dir.getKey(), dir.getValue()))
                        .sorted(Comparator.comparing(LogDir::path))
                        .toList());
    }

    private static LogDir dir(String path, LogDirDescription dir) {
        return new LogDir(
                path,
                Optional.ofNullable(dir.error()).map(Throwable::toString),
                dir.replicaInfos().size(),
                used(List.of(dir)),
                sum(List.of(dir), LogDirDescription::totalBytes),
                sum(List.of(dir), LogDirDescription::usableBytes));
    }

    private static ByteSize used(Collection<LogDirDescription> dirs) {
        return new ByteSize(dirs.stream()
                .flatMap(dir -> dir.replicaInfos().values().stream())
                .mapToLong(ReplicaInfo::size)
                .sum());
    }

    private static Map<PartitionId, ByteSize> replicas(Collection<LogDirDescription> dirs) {
        return dirs.stream()
                .flatMap(dir -> dir.replicaInfos().entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(
                        replica -> new PartitionId(
                                replica.getKey().topic(), replica.getKey().partition()),
                        replica -> new ByteSize(replica.getValue().size()),
                        ByteSize::plus));
    }

    /** Empty when one of the dirs does not tell: brokers before Kafka 3.3 (KIP-827). */
    private static Optional<ByteSize> sum(
            Collection<LogDirDescription> dirs, Function<LogDirDescription, OptionalLong> bytes) {
        long sum = 0;
        for (LogDirDescription dir : dirs) {
            OptionalLong told = bytes.apply(dir);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            sum += told.getAsLong();
        }
        return Optional.of(new ByteSize(sum));
    }
}
