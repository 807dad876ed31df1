package io.pilothouse.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pilothouse.base.Failure;
import io.pilothouse.clusters.PlacedTopic.Share;
import io.pilothouse.clusters.PlacedTopic.Trait;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fleet.KafkaCluster;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacedTopicTest {

    @Test
    void eachBrokersShareIsCounted() {
        PlacedTopic placed = PlacedTopic.of(
                SampleTopic.of("orders").partitions(4).inSync(0, 1).build());

        assertThat(placed.share(0)).hasValue(new Share(2, 2, 0));
        assertThat(placed.share(1)).hasValue(new Share(2, 2, 0));
        assertThat(placed.share(2)).hasValue(new Share(0, 0, 4));
        assertThat(placed.share(3)).isEmpty();
        assertThat(placed.partitions()).isEqualTo(4);
        assertThat(placed.replication()).isEqualTo(3);
    }

    @ParameterizedTest(name = "leader {0}, replicas {1}, in sync {2}, zones {4}: {5}")
    @CsvSource({
        "0, 0 1 2, 0 1 2, 2, a b c, ''",
        "1, 0 1 2, 0 1 2, 2, a b c, NOT_PREFERRED",
        "0, 0 1 2, 0 1, 2, a b c, UNDER_REPLICATED",
        "0, 0 1 2, 0, 2, a b c, BELOW_MINIMUM UNDER_REPLICATED",
        "-, 0 1 2, -, 2, a b c, OFFLINE UNDER_REPLICATED",
        "0, 0 1, 0 1, 1, a, ONE_ZONE",
        "0, 0, 0, 1, a, SINGLE_REPLICA",
        "0, 0 1, 0 1, 1, '', ''",
    })
    void knowsWhatIsWorthKnowing(
            String leader, String replicas, String inSync, String minimum, String zones, String traits) {
        PlacedTopic placed = PlacedTopic.of(
                Partitions.topic(leader, replicas, inSync, minimum, words(zones).toArray(String[]::new)));

        assertThat(placed.traits())
                .containsExactlyInAnyOrderElementsOf(
                        words(traits).map(Trait::valueOf).toList());
    }

    @Test
    void skewIsTheGreatestAboveTheMean() {
        KafkaCluster even = SampleCluster.of(SampleFleet.MAIN).build();

        assertThat(Skew.ofLeaders(even)).hasValue(new Skew(106, 106, 0));
        Skew bytes = Skew.ofBytes(even).orElseThrow();
        assertThat(bytes.least()).isEqualTo(61_000_000_000L);
        assertThat(bytes.greatest()).isEqualTo(63_000_000_000L);
        assertThat(bytes.share()).isCloseTo(63 / 62.0 - 1, within(1e-9));
    }

    @Test
    void aBrokerThatIsDownSaysNothingAboutBalance() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .down(2, "down: it does not answer", SampleFleet.NOW)
                .build();

        assertThat(Skew.ofLeaders(cluster)).hasValue(new Skew(106, 106, 0));
    }

    @Test
    void skewIsNotKnownWhereAShareIsNot() {
        KafkaCluster silent = SampleCluster.of(SampleFleet.MAIN)
                .silent(SampleFleet.failure(Failure.Kind.UNREACHABLE, "no broker answers"))
                .build();

        assertThat(Skew.ofBytes(silent)).isEmpty();
    }

    private static Stream<String> words(String text) {
        List<String> all = Arrays.asList(text.split(" "));
        return all.stream().filter(word -> !word.isEmpty());
    }
}
