package io.pilothouse.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

    /** Brokers 0 and 3 are in zone a, 1 in b, 2 in c; where broker 9 is, nobody knows. */
    private static final Map<Integer, String> ZONES = Map.of(0, "a", 3, "a", 1, "b", 2, "c");

    @ParameterizedTest(name = "leader {0}, replicas {1}, in sync {2}, minimum {3}, without zone {4}")
    @CsvSource({
        // leader, replicas, in sync, minimum, zone, moved, offline, below minimum, only copies
        "0, 0 1 2, 0 1 2, 2, a, 1, 0, 0, 0",
        "0, 0 1 2, 0 1 2, 2, b, 0, 0, 0, 0",
        "0, 0 1 2, 0 1 2, 3, b, 0, 0, 1, 0",
        "0, 0 1 2, 0 1, 2, a, 1, 0, 1, 0",
        "0, 0 1 2, 0 1, 2, c, 0, 0, 0, 0",
        "0, 0 1 2, 0, 1, a, 0, 1, 0, 0",
        "0, 0 1 2, 0, 2, a, 0, 1, 0, 0",
        "0, 0 3, 0 3, 1, a, 0, 1, 0, 1",
        "0, 0 3 1, 0 3 1, 2, a, 1, 0, 1, 0",
        "3, 0 3 1, 0 3 1, 2, b, 0, 0, 0, 0",
        "0, 0, 0, 1, a, 0, 1, 0, 1",
        "-, 0, -, 1, a, 0, 0, 0, 1",
        "-, 0 1, -, 1, a, 0, 0, 0, 0",
        "1, 0 1 2, 1 2, 3, b, 1, 0, 0, 0",
        "0, 0 1 2, 0 1, -, a, 1, 0, 0, 0",
        "0, 0 9, 0 9, 2, a, 1, 0, 1, 0",
        "9, 0 9, 9, 1, a, 0, 0, 0, 0",
    })
    void whatAPartitionSuffers(
            String leader,
            String replicas,
            String inSync,
            String minimum,
            String zone,
            int moved,
            int offline,
            int belowMinimum,
            int onlyCopies) {
        Topic topic = Partitions.topic(leader, replicas, inSync, minimum);

        Map<String, Loss> losses = Loss.byPlace(List.of(topic), id -> Optional.ofNullable(ZONES.get(id)));

        assertThat(losses.getOrDefault(zone, Loss.NONE)).isEqualTo(new Loss(moved, offline, belowMinimum, onlyCopies));
    }

    @Test
    void lossesOfManyPartitionsAddUp() {
        List<Topic> topics = List.of(
                Partitions.topic("0", "0 1", "0", "1"),
                Partitions.topic("0", "0", "0", "1"),
                Partitions.topic("1", "1 2", "1 2", "2"));

        Map<Integer, Loss> losses = Loss.byPlace(topics, Optional::of);

        assertThat(losses)
                .containsOnly(
                        Map.entry(0, new Loss(0, 2, 0, 1)),
                        Map.entry(1, new Loss(1, 0, 1, 0)),
                        Map.entry(2, new Loss(0, 0, 1, 0)));
        assertThat(new Loss(0, 2, 0, 1).harms()).isTrue();
        assertThat(Loss.NONE.harms()).isFalse();
    }

    @Test
    void eachPlaceWithABrokerIsThere() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .topics(SampleTopic.of("orders").partitions(3).build())
                .build();

        assertThat(WhatIf.of(cluster, Set.of(Place.values())))
                .extracting(place -> place.place() + " " + place.name() + " " + place.brokers() + " "
                        + place.loss().moved())
                .containsExactly(
                        "BROKER 0 [0] 1",
                        "BROKER 1 [1] 1",
                        "BROKER 2 [2] 1",
                        "NODE node-a1 [0] 1",
                        "NODE node-b1 [1] 1",
                        "NODE node-c1 [2] 1",
                        "ZONE a [0] 1",
                        "ZONE b [1] 1",
                        "ZONE c [2] 1");
        assertThat(WhatIf.of(cluster, Set.of(Place.BROKER, Place.ZONE)))
                .noneMatch(place -> place.place() == Place.NODE);
        assertThat(WhatIf.ofBroker(cluster, 1)).hasValue(new Loss(1, 0, 0, 0));
        assertThat(WhatIf.ofBroker(cluster, 7)).hasValue(Loss.NONE);
    }
}
