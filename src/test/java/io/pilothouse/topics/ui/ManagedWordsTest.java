package io.pilothouse.topics.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.fleet.StrimziResources.Resource;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.fleet.StrimziState;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedWordsTest {

    @ParameterizedTest
    @CsvSource({
        "true, true, false, '', Ready",
        "true, false, false, '', The topic operator has yet to see its newest change",
        "true, true, true, '', Paused by annotation",
        "true, true, false, 'NotSupported: no', 'NotSupported: no'",
        "false, false, false, '', The topic operator has not taken it up; is it running?"
    })
    void howItStandsWithAResource(boolean handled, boolean reconciled, boolean paused, String problem, String words) {
        assertThat(ManagedWords.state(topic(handled, reconciled, paused, problem, true)))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"true, Ready", "false, 'Not managed, by annotation'"})
    void oneThatIsLeftAloneSaysSo(boolean managed, String words) {
        assertThat(ManagedWords.state(topic(true, true, false, "", managed))).isEqualTo(words);
    }

    private static TopicResource topic(
            boolean handled, boolean reconciled, boolean paused, String problem, boolean managed) {
        StrimziState state =
                new StrimziState(reconciled, paused, Optional.of(problem).filter(words -> !words.isEmpty()), "");
        return new TopicResource(
                new Resource("kafka", "orders", Optional.of("main"), handled, state),
                "orders",
                Optional.of(6),
                Optional.empty(),
                managed);
    }
}
