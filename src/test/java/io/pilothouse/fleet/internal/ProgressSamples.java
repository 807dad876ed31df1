package io.pilothouse.fleet.internal;

import static io.pilothouse.fleet.internal.Samples.NOW;
import static io.pilothouse.fleet.internal.Samples.failure;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.GroupFacts;
import io.pilothouse.fleet.spi.GroupFacts.Description;
import io.pilothouse.fleet.spi.GroupFacts.MemberFacts;
import io.pilothouse.fleet.spi.ProgressFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups and offsets as a cluster would tell them, for tests to change one thing of. */
final class ProgressSamples {

    private ProgressSamples() {}

    static PartitionId partition(int number) {
        return new PartitionId("orders", number);
    }

    static MemberFacts member(String id, String host, PartitionId... assigned) {
        return new MemberFacts(id, "client-" + id, host, Optional.empty(), Set.of(assigned));
    }

    /** A group under construction: stable, of the classic type, without members or offsets. */
    static final class GroupSample {
        private final String name;
        private ConsumerGroup.Type type = ConsumerGroup.Type.CLASSIC;
        private String state = "Stable";
        private final List<MemberFacts> members = new ArrayList<>();
        private final Map<PartitionId, Long> committed = new HashMap<>();
        private Optional<Failure> silent = Optional.empty();

        GroupSample(String name) {
            this.name = name;
        }

        GroupSample type(ConsumerGroup.Type value) {
            type = value;
            return this;
        }

        GroupSample state(String value) {
            state = value;
            return this;
        }

        GroupSample with(MemberFacts... values) {
            members.addAll(Arrays.asList(values));
            return this;
        }

        GroupSample committed(int partition, long offset) {
            committed.put(partition(partition), offset);
            return this;
        }

        /** Its coordinator does not answer any more. */
        GroupSample silent() {
            silent = Optional.of(failure(Failure.Kind.TIMEOUT));
            return this;
        }

        GroupFacts at(Instant at) {
            return new GroupFacts(
                    name,
                    type,
                    "consumer",
                    observed(new Description(state, "range", Optional.of(1), List.copyOf(members)), at),
                    observed(Map.copyOf(committed), at));
        }

        private <T> Observed<T> observed(T value, Instant at) {
            return silent.<Observed<T>>map(failure -> new Observed.Stale<>(value, at, failure))
                    .orElseGet(() -> new Observed.Fresh<>(value, at));
        }
    }

    static GroupSample group(String name) {
        return new GroupSample(name);
    }

    /** The end offsets of the topic {@code orders}, from partition 0 on. */
    static Map<PartitionId, Observed<Long>> ends(Instant at, long... offsets) {
        Map<PartitionId, Observed<Long>> ends = new HashMap<>();
        for (int number = 0; number < offsets.length; number++) {
            ends.put(partition(number), new Observed.Fresh<>(offsets[number], at));
        }
        return ends;
    }

    static ProgressFacts facts(Instant at, Map<PartitionId, Observed<Long>> ends, GroupSample... groups) {
        return new ProgressFacts(
                at,
                Map.copyOf(ends),
                new Observed.Fresh<>(
                        Arrays.stream(groups).map(group -> group.at(at)).toList(), at));
    }

    /** One reading, without a history. */
    static Progress now(Map<PartitionId, Observed<Long>> ends, GroupSample... groups) {
        ProgressRecorder recorder = new ProgressRecorder();
        ProgressFacts facts = facts(NOW, ends, groups);
        recorder.record(facts);
        return new Progress(facts, recorder.history());
    }
}
