package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.GroupFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Asks for all groups of all types: first for their names, then in parts for their members and offsets, each group on its own. */
final class GroupsQuestion {

    private static final String MEANING = "What is shown of these groups is from before.";

    private final int groupsPerRequest;
    private final Duration deadline;
    private final PartFailures failures;
    private final Clock clock;
    private final Map<String, GroupFacts> known = new HashMap<>();
    private Optional<Observed<List<GroupFacts>>> last = Optional.empty();

    GroupsQuestion(int groupsPerRequest, Duration deadline, PartFailures failures, Clock clock) {
        this.groupsPerRequest = groupsPerRequest;
        this.deadline = deadline;
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * All groups, by name; stale when not every broker told which it keeps, missing while none ever did.
     *
     * @param end the end offset of a partition, if it is known
     */
    Observed<List<GroupFacts>> ask(Admin admin, Function<PartitionId, Optional<Long>> end) {
        Instant at = clock.instant();
        Optional<Failure> failure = list(admin);
        // what gave no answer the last time comes last, and of the others what is oldest first
        List<GroupFacts> order = known.values().stream()
                .sorted(Comparator.comparing((GroupFacts group) ->
                                group.description() instanceof Observed.Stale<GroupFacts.Description>)
                        .thenComparing(group -> group.description().observedAt().orElse(Instant.MIN)))
                .toList();
        Parts.inTurn(order, groupsPerRequest, deadline, part -> read(admin, part, end));
        Observed<List<GroupFacts>> groups = observed(at, failure);
        last = Optional.of(groups);
        return groups;
    }

    private Observed<List<GroupFacts>> observed(Instant at, Optional<Failure> failure) {
        List<GroupFacts> groups = known.values().stream()
                .sorted(Comparator.comparing(GroupFacts::name))
                .toList();
        if (failure.isEmpty()) {
            return new Observed.Fresh<>(groups, at);
        }
        Failure continued = last.flatMap(Observed::problem)
                .map(failure.orElseThrow()::continuing)
                .orElse(failure.orElseThrow());
        boolean never = groups.isEmpty() && last.flatMap(Observed::known).isEmpty();
        return never ? new Observed.Missing<>(continued) : new Observed.Stale<>(groups, at, continued);
    }

    /** Learns of new groups, and forgets those that are gone, unless a broker that might keep them is silent. */
    private Optional<Failure> list(Admin admin) {
        ListGroupsResult result = admin.listGroups(new ListGroupsOptions().timeoutMs(Answers.millis(deadline)));
        try {
            Answers answers = new Answers(deadline);
            Collection<GroupListing> listed = answers.await(result.valid());
            Collection<Throwable> errors = answers.await(result.errors());
            listed.forEach(group -> known.merge(group.groupId(), first(group), GroupsQuestion::renewed));
            if (errors.isEmpty()) {
                Set<String> names = listed.stream().map(GroupListing::groupId).collect(Collectors.toSet());
                known.keySet().retainAll(names);
                return Optional.empty();
            }
            return Optional.of(unlisted(new NoAnswer(errors.stream().findFirst().orElseThrow())));
        } catch (NoAnswer e) {
            return Optional.of(unlisted(e));
        }
    }

    private Failure unlisted(NoAnswer e) {
        return failures.of(
                e,
                "Not every broker told which groups it keeps",
                "Groups may be missing, or shown as they were before.");
    }

    private GroupFacts first(GroupListing listed) {
        Failure notYet = failures.of(
                Failure.Kind.PREPARING,
                "The group " + listed.groupId() + " is being asked for the first time",
                "Nothing of it can be shown yet.",
                "It appears by itself within seconds.",
                "");
        return new GroupFacts(
                listed.groupId(),
                type(listed.type().orElse(GroupType.UNKNOWN)),
                listed.protocol(),
                new Observed.Missing<>(notYet),
                new Observed.Missing<>(notYet));
    }

    /** The same group as it was listed again; one of another type is another group. */
    private static GroupFacts renewed(GroupFacts before, GroupFacts listed) {
        return before.type() == listed.type()
                ? new GroupFacts(
                        before.name(), before.type(), listed.protocol(), before.description(), before.committed())
                : listed;
    }

    private record Asked(
            GroupFacts group,
            KafkaFuture<Supplier<GroupFacts.Description>> description,
            KafkaFuture<Supplier<Map<PartitionId, Long>>> committed) {}

    private void read(Admin admin, List<GroupFacts> part, Function<PartitionId, Optional<Long>> end) {
        Answers answers = new Answers(deadline);
        Instant at = clock.instant();
        List<Asked> questions = part.stream().collect(Collectors.groupingBy(GroupFacts::type)).entrySet().stream()
                .flatMap(ofType -> ask(admin, ofType.getKey(), ofType.getValue(), end))
                .toList();
        for (Asked asked : questions) {
            GroupFacts before = asked.group();
            GroupFacts newer = new GroupFacts(
                    before.name(),
                    before.type(),
                    before.protocol(),
                    newer(before, before.description(), asked.description(), answers, at),
                    newer(before, before.committed(), asked.committed(), answers, at));
            known.put(before.name(), newer);
        }
    }

    /** All of one type, without waiting for an answer. */
    private Stream<Asked> ask(
            Admin admin, ConsumerGroup.Type type, List<GroupFacts> groups, Function<PartitionId, Optional<Long>> end) {
        List<String> names = groups.stream().map(GroupFacts::name).toList();
        var descriptions = GroupDescriptions.ask(admin, type, names, Answers.millis(deadline));
        var offsets = GroupOffsets.ask(admin, type, names, Answers.millis(deadline), end);
        return groups.stream()
                .map(group -> new Asked(
                        group,
                        Optional.ofNullable(descriptions.get(group.name())).orElseThrow(),
                        Optional.ofNullable(offsets.get(group.name())).orElseThrow()));
    }

    private <T> Observed<T> newer(
            GroupFacts group, Observed<T> before, KafkaFuture<Supplier<T>> answer, Answers answers, Instant at) {
        try {
            return new Observed.Fresh<>(answers.await(answer).get(), at);
        } catch (NoAnswer e) {
            if (e.reason() instanceof GroupIdNotFoundException) {
                return new Observed.Missing<>(failures.of(
                        Failure.Kind.NOT_FOUND,
                        "The group " + group.name() + " is gone",
                        "Nothing of it can be shown.",
                        "It disappears from the list within seconds.",
                        e.message()));
            }
            return before.after(
                    failures.of(e, "The coordinator of group " + group.name() + " did not answer", MEANING));
        }
    }

    private static ConsumerGroup.Type type(GroupType type) {
        return switch (type) {
            case CLASSIC -> ConsumerGroup.Type.CLASSIC;
            case CONSUMER -> ConsumerGroup.Type.CONSUMER;
            case SHARE -> ConsumerGroup.Type.SHARE;
            case STREAMS -> ConsumerGroup.Type.STREAMS;
            case UNKNOWN -> ConsumerGroup.Type.UNKNOWN;
        };
    }
}
