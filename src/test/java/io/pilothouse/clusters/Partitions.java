package io.pilothouse.clusters;

import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.Partition.Condition;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.TopicSettings.Origin;
import io.pilothouse.fleet.TopicSettings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Topics of one partition, written in short. */
final class Partitions {

    private Partitions() {}

    /**
     * A topic with one partition.
     *
     * @param leader a broker's id, or {@code -} for none
     * @param replicas brokers' ids, the preferred leader first, with blanks between them
     * @param inSync the same
     * @param minimum its {@code min.insync.replicas}, or {@code -} when it is not known
     */
    static Topic topic(String leader, String replicas, String inSync, String minimum, String... zones) {
        OptionalInt leads = number(leader);
        OptionalInt least = number(minimum);
        Partition partition = new Partition(
                0,
                leads,
                ids(replicas),
                ids(inSync),
                Condition.of(leads, ids(replicas).size(), ids(inSync).size(), least),
                List.of(zones),
                Map.of(),
                new Observed.Fresh<>(0L, SampleFleet.NOW));
        return new Topic(
                new TopicId(SampleFleet.MAIN, "orders"),
                false,
                Health.healthy(),
                new TopicSettings(
                        least.isEmpty()
                                ? List.of()
                                : List.of(new Setting("min.insync.replicas", minimum, Origin.TOPIC))),
                List.of(partition),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static OptionalInt number(String text) {
        return text.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static List<Integer> ids(String text) {
        Stream<String> words = Arrays.stream(text.split(" ")).filter(word -> !word.equals("-"));
        return words.map(Integer::valueOf).toList();
    }
}
