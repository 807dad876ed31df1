package io.pilothouse.kafka;

import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.PartitionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks where groups go on reading, each type by the request made for it, in one request a coordinator. */
final class GroupOffsets {

    private GroupOffsets() {}

    /** The answers under way, by group. */
    static Map<String, KafkaFuture<Supplier<Map<PartitionId, Long>>>> ask(
            Admin admin, ConsumerGroup.Type type, List<String> groups, int millis) {
        return switch (type) {
            case CLASSIC, CONSUMER, UNKNOWN -> {
                var result = admin.listConsumerGroupOffsets(
                        specs(groups, new ListConsumerGroupOffsetsSpec()),
                        new ListConsumerGroupOffsetsOptions().timeoutMs(millis));
                yield byGroup(groups, result::partitionsToOffsetAndMetadata, OffsetAndMetadata::offset);
            }
            case STREAMS -> {
                var result = admin.listStreamsGroupOffsets(
                        specs(groups, new ListStreamsGroupOffsetsSpec()),
                        new ListStreamsGroupOffsetsOptions().timeoutMs(millis));
                yield byGroup(groups, result::partitionsToOffsetAndMetadata, OffsetAndMetadata::offset);
            }
            case SHARE -> {
                var result = admin.listShareGroupOffsets(
                        specs(groups, new ListShareGroupOffsetsSpec()),
                        new ListShareGroupOffsetsOptions().timeoutMs(millis));
                yield byGroup(groups, result::partitionsToOffsetInfo, SharePartitionOffsetInfo::startOffset);
            }
        };
    }

    private static <S> Map<String, S> specs(List<String> groups, S all) {
        return groups.stream().collect(Collectors.toMap(Function.identity(), _ -> all));
    }

    private static <V> Map<String, KafkaFuture<Supplier<Map<PartitionId, Long>>>> byGroup(
            List<String> groups,
            Function<String, KafkaFuture<Map<TopicPartition, V>>> answer,
            Function<V, Long> offset) {
        return GroupDescriptions.later(
                groups.stream().collect(Collectors.toMap(Function.identity(), answer)),
                offsets -> reduced(offsets, offset));
    }

    /** Kafka says null, or -1 for share groups, where nothing was committed. */
    private static <V> Map<PartitionId, Long> reduced(Map<TopicPartition, V> offsets, Function<V, Long> offset) {
        Map<PartitionId, Long> committed = new HashMap<>();
        offsets.forEach((partition, told) -> Optional.ofNullable(told)
                .map(offset)
                .filter(known -> known >= 0)
                .ifPresent(known -> committed.put(new PartitionId(partition.topic(), partition.partition()), known)));
        return Map.copyOf(committed);
    }
}
