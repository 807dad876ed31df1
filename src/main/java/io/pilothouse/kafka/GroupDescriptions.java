package io.pilothouse.kafka;

import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.GroupFacts.Description;
import io.pilothouse.fleet.spi.GroupFacts.MemberFacts;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeClassicGroupsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeShareGroupsOptions;
import org.apache.kafka.clients.admin.DescribeStreamsGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.ShareMemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks for the members of groups, each type by the request made for it. Answers are reduced by whoever takes them. */
final class GroupDescriptions {

    private GroupDescriptions() {}

    /** The answers under way, by group. Of a type that is not known, the client finds out which of the older two it is. */
    static Map<String, KafkaFuture<Supplier<Description>>> ask(
            Admin admin, ConsumerGroup.Type type, List<String> groups, int millis) {
        return switch (type) {
            case CLASSIC ->
                later(
                        admin.describeClassicGroups(groups, new DescribeClassicGroupsOptions().timeoutMs(millis))
                                .describedGroups(),
                        GroupDescriptions::classic);
            case CONSUMER, UNKNOWN ->
                later(
                        admin.describeConsumerGroups(groups, new DescribeConsumerGroupsOptions().timeoutMs(millis))
                                .describedGroups(),
                        GroupDescriptions::consumer);
            case SHARE ->
                later(
                        admin.describeShareGroups(groups, new DescribeShareGroupsOptions().timeoutMs(millis))
                                .describedGroups(),
                        GroupDescriptions::share);
            case STREAMS ->
                later(
                        admin.describeStreamsGroups(groups, new DescribeStreamsGroupsOptions().timeoutMs(millis))
                                .describedGroups(),
                        GroupDescriptions::streams);
        };
    }

    /** Has the work done by the thread that takes the answer: the client's own must not be held up. */
    static <K, V> Map<String, KafkaFuture<Supplier<V>>> later(
            Map<String, KafkaFuture<K>> answers, Function<K, V> reduce) {
        Map<String, KafkaFuture<Supplier<V>>> later = new HashMap<>();
        answers.forEach((group, answer) -> later.put(group, answer.thenApply(told -> () -> reduce.apply(told))));
        return later;
    }

    private static Description classic(ClassicGroupDescription group) {
        return new Description(
                group.state().toString(),
                group.protocolData(),
                id(group.coordinator()),
                members(group.members(), GroupDescriptions::member));
    }

    private static Description consumer(ConsumerGroupDescription group) {
        return new Description(
                group.groupState().toString(),
                group.partitionAssignor(),
                id(group.coordinator()),
                members(group.members(), GroupDescriptions::member));
    }

    private static Description share(ShareGroupDescription group) {
        return new Description(
                group.groupState().toString(),
                "",
                id(group.coordinator()),
                members(group.members(), GroupDescriptions::member));
    }

    private static Description streams(StreamsGroupDescription group) {
        Map<String, Set<String>> topics = group.subtopologies().stream()
                .collect(
                        Collectors.toMap(StreamsGroupSubtopologyDescription::subtopologyId, GroupDescriptions::topics));
        return new Description(
                group.groupState().toString(),
                group.assignorName().orElse(""),
                id(group.coordinator()),
                members(group.members(), member -> member(member, topics)));
    }

    /** What a subtopology reads: its source topics and those it repartitions into (KIP-1071). */
    private static Set<String> topics(StreamsGroupSubtopologyDescription subtopology) {
        return Stream.concat(
                        subtopology.sourceTopics().stream(), subtopology.repartitionSourceTopics().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static MemberFacts member(MemberDescription member) {
        return new MemberFacts(
                member.consumerId(),
                member.clientId(),
                address(member.host()),
                member.groupInstanceId(),
                partitions(member.assignment().topicPartitions()));
    }

    private static MemberFacts member(ShareMemberDescription member) {
        return new MemberFacts(
                member.consumerId(),
                member.clientId(),
                address(member.host()),
                Optional.empty(),
                partitions(member.assignment().topicPartitions()));
    }

    private static MemberFacts member(StreamsGroupMemberDescription member, Map<String, Set<String>> topics) {
        return new MemberFacts(
                member.memberId(),
                member.clientId(),
                address(member.clientHost()),
                member.instanceId(),
                member.assignment().activeTasks().stream()
                        .flatMap(task -> partitions(task, topics))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<PartitionId> partitions(TaskIds task, Map<String, Set<String>> topics) {
        return topics.getOrDefault(task.subtopologyId(), Set.of()).stream()
                .flatMap(topic -> task.partitions().stream().map(number -> new PartitionId(topic, number)));
    }

    private static Set<PartitionId> partitions(Set<TopicPartition> partitions) {
        return partitions.stream()
                .map(partition -> new PartitionId(partition.topic(), partition.partition()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <M> List<MemberFacts> members(Collection<M> members, Function<M, MemberFacts> reduce) {
        return members.stream()
                .map(reduce)
                .sorted(Comparator.comparing(MemberFacts::clientId).thenComparing(MemberFacts::id))
                .toList();
    }

    /** Java writes an address without a name as {@code /10.1.2.3}. */
    private static String address(String host) {
        return host.startsWith("/") ? host.substring(1) : host;
    }

    private static Optional<Integer> id(@Nullable Node coordinator) {
        return coordinator == null || coordinator.isEmpty() ? Optional.empty() : Optional.of(coordinator.id());
    }
}
