package io.pilothouse.kafka;

import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.PartitionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks where groups go on reading, each type by the request made for it, in one request a coordinator. */
final class GroupOffsets {

    private GroupOffsets() {}

    /**
     * The answers under way, by group.
     *
     * @param end the end offset of a partition, if it is known
     */
    static Map<String, KafkaFuture<Supplier<Map<PartitionId, Long>>>> ask(
            Admin admin,
            ConsumerGroup.Type type,
            List<String> groups,
            int millis,
            Function<PartitionId, Optional<Long>> end) {
        return switch (type) {
            case CLASSIC, CONSUMER, UNKNOWN -> {
                var result = admin.listConsumerGroupOffsets(
                        specs(groups, new ListConsumerGroupOffsetsSpec()),
                        new ListConsumerGroupOffsetsOptions().timeoutMs(millis));
                yield byGroup(groups, result::partitionsToOffsetAndMetadata, (_, told) -> told.offset());
            }
            case STREAMS -> {
                var result = admin.listStreamsGroupOffsets(
                        specs(groups, new ListStreamsGroupOffsetsSpec()),
                        new ListStreamsGroupOffsetsOptions().timeoutMs(millis));
                yield byGroup(groups, result::partitionsToOffsetAndMetadata, (_, told) -> told.offset());
            }
            case SHARE -> {
                var result = admin.listShareGroupOffsets(
                        specs(groups, new ListShareGroupOffsetsSpec()),
                        new ListShareGroupOffsetsOptions().timeoutMs(millis));
                yield byGroup(
                        groups,
                        result::partitionsToOffsetInfo,
                        (partition, told) -> shared(told, end.apply(partition)));
            }
        };
    }

    private static <S> Map<String, S> specs(List<String> groups, S all) {
        return groups.stream().collect(Collectors.toMap(Function.identity(), _ -> all));
    }

    /**
     * Of a share group any record may be read before an earlier one. So its lag is what the broker counts (KIP-1226), and where it
     * stands is so much before the end; of brokers that do not count, where the first record is that is not acknowledged.
     */
    private static long shared(SharePartitionOffsetInfo told, Optional<Long> end) {
        return told.lag().flatMap(lag -> end.map(known -> known - lag)).orElse(told.startOffset());
    }

    private static <V> Map<String, KafkaFuture<Supplier<Map<PartitionId, Long>>>> byGroup(
            List<String> groups,
            Function<String, KafkaFuture<Map<TopicPartition, V>>> answer,
            BiFunction<PartitionId, V, Long> offset) {
        return GroupDescriptions.later(
                groups.stream().collect(Collectors.toMap(Function.identity(), answer)),
                offsets -> reduced(offsets, offset));
    }

    /** Kafka says null, or -1 for share groups, where nothing was committed. */
    private static <V> Map<PartitionId, Long> reduced(
            Map<TopicPartition, V> offsets, BiFunction<PartitionId, V, Long> offset) {
        Map<PartitionId, Long> committed = new HashMap<>();
        offsets.forEach((kafkas, told) -> {
            PartitionId partition = new PartitionId(kafkas.topic(), kafkas.partition());
            Optional.ofNullable(told)
                    .map(value -> offset.apply(partition, value))
                    .filter(known -> known >= 0)
                    .ifPresent(known -> committed.put(partition, known));
        });
        return Map.copyOf(committed);
    }
}
