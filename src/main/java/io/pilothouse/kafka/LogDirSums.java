package io.pilothouse.kafka;

import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.LogDirFacts;
import java.util.Collection;
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

    static LogDirFacts of(Collection<LogDirDescription> dirs) {
        long used = dirs.stream()
                .flatMap(dir -> dir.replicaInfos().values().stream())
                .mapToLong(ReplicaInfo::size)
                .sum();
        return new LogDirFacts(
                new ByteSize(used),
                sum(dirs, LogDirDescription::totalBytes),
                sum(dirs, LogDirDescription::usableBytes),
                replicas(dirs));
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
