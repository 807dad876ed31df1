package io.pilothouse.clusters.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.clusters.Loss;
import io.pilothouse.clusters.PlacedTopic;
import io.pilothouse.clusters.PlacedTopic.Share;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fleet.KafkaCluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 | 0 | 0  | Without it, all partitions could still be read and written.
            5 | 1 | 0  | Without it, 1 partition would be offline.
            5 | 0 | 14 | Without it, 14 partitions would refuse writes with acks=all.
            5 | 2 | 14 | Without it, 2 partitions would be offline, and 14 partitions would refuse writes with acks=all.
            """)
    void saysWhatWouldBeLost(int moved, int offline, int belowMinimum, String sentence) {
        assertThat(LossWords.sentence(new Loss(moved, offline, belowMinimum, 0)))
                .isEqualTo(sentence);
    }

    @Test
    void aBrokersPageAnswersHowItIs() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .topics(SampleTopic.of("orders").partitions(4).build())
                .down(1, "down: it does not answer", SampleFleet.NOW.minusSeconds(60))
                .build();

        assertThat(answer(cluster, 0))
                .isEqualTo(new Answer(
                        "Up, and all its replicas are in sync",
                        "Without it, all partitions could still be read and written."));
        assertThat(answer(cluster, 1))
                .isEqualTo(new Answer(
                        "Down: it does not answer",
                        Optional.of(SampleFleet.NOW.minusSeconds(60)),
                        "It holds 318 replicas, of which 318 are not in sync."));
        assertThat(content(cluster, 7)).isInstanceOf(BrokerViewModel.Missing.class);
    }

    @Test
    void whoMayNotSeeTheClusterSeesNoBroker() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN).build();
        var picture = new LivePicture(
                new VisibleFleet(SampleFleet.of().with(cluster).build(), FakeSights.ofNamespace("shop")),
                new Observed.Fresh<>(FakeSights.ofNamespace("shop"), SampleFleet.NOW));

        assertThat(BrokerViewModel.content(picture, SampleFleet.MAIN, 0)).isInstanceOf(BrokerViewModel.Hidden.class);
    }

    @Test
    void aCellOfThePlacementIsReadAtAGlance() {
        assertThat(PlacementWords.share(0, Optional.of(new Share(4, 8, 0))).text())
                .isEqualTo("●\u00a04\u2002○\u00a08");
        Cell.Text late = PlacementWords.share(0, Optional.of(new Share(0, 1, 2)));
        assertThat(late.text()).isEqualTo("○\u00a01\u2002✕\u00a02");
        assertThat(late.tone()).isEqualTo(Cell.Tone.WARNING);
        assertThat(PlacementWords.share(0, Optional.empty()).hint()).isEqualTo("Broker 0 holds none of it.");
    }

    @Test
    void thePlacementSaysHowEvenItIsAndWhatGoesWithAZone() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN)
                .topics(
                        SampleTopic.of("orders").partitions(4).build(),
                        SampleTopic.of("audit").partitions(2).zones("a").build())
                .build();

        assertThat(PlacementWords.answer(cluster))
                .isEqualTo("Brokers lead 106 partitions each. They hold 61.0 GB to 63.0 GB, 2\u202f% above the mean at"
                        + " most. 2 replicated partitions lie in one zone alone.");
        assertThat(PlacementWords.traits(PlacedTopic.of(
                                SampleTopic.of("audit").zones("a").inSync(1, 2).build()))
                        .text())
                .isEqualTo("under-replicated, all replicas in one zone, not led by the preferred");
    }

    @Test
    void brokersStandWithThoseOfTheirZone() {
        KafkaCluster cluster = SampleCluster.of(SampleFleet.MAIN).build();

        assertThat(PlacementColumn.of(cluster.brokers()))
                .isEqualTo(List.of(
                        new PlacementColumn(0, "Zone a"),
                        new PlacementColumn(1, "Zone b"),
                        new PlacementColumn(2, "Zone c")));
        assertThat(PlacementWords.zone("zone-a")).isEqualTo("zone-a");
    }

    private static Answer answer(KafkaCluster cluster, int broker) {
        return BrokerAnswer.of((BrokerViewModel.Shown) content(cluster, broker));
    }

    private static BrokerViewModel.Content content(KafkaCluster cluster, int broker) {
        var picture = new LivePicture(
                new VisibleFleet(SampleFleet.of().with(cluster).build(), FakeSights.EVERYTHING),
                new Observed.Fresh<>(FakeSights.EVERYTHING, SampleFleet.NOW));
        return BrokerViewModel.content(picture, SampleFleet.MAIN, broker);
    }
}
