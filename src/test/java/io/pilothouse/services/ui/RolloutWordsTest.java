package io.pilothouse.services.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilothouse.base.FieldChange;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.services.Rollout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RolloutWordsTest {

    private static final FieldChange IMAGE =
            change("spec.containers[app].image", "registry.local/app:1.0.0", "registry.local/app:1.1.0");
    private static final FieldChange RESTART = new FieldChange(
            "metadata.annotations[kubectl.kubernetes.io/restartedAt]",
            Optional.empty(),
            Optional.of("2026-03-01T11:00:00Z"));

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(List.of(IMAGE), "image 1.0.0 → 1.1.0"),
                arguments(List.of(RESTART), "restarted, nothing else changed"),
                arguments(
                        List.of(change("spec.containers[app].env[LOG_LEVEL].value", "INFO", "DEBUG"), IMAGE),
                        "image 1.0.0 → 1.1.0, LOG_LEVEL INFO → DEBUG"),
                arguments(
                        List.of(
                                new FieldChange(
                                        "spec.containers[app].env[FAST].name", Optional.empty(), Optional.of("FAST")),
                                new FieldChange(
                                        "spec.containers[app].env[FAST].value", Optional.empty(), Optional.of("yes"))),
                        "FAST added as yes and 1 more field"),
                arguments(
                        List.of(new FieldChange("spec.priorityClassName", Optional.of("high"), Optional.empty())),
                        "priorityClassName taken away"),
                arguments(
                        List.of(change("spec.containers[app].resources.limits.memory", "512Mi", "1Gi")),
                        "resources.limits.memory 512Mi → 1Gi"),
                arguments(
                        List.of(
                                change("a", "1", "2"),
                                change("b", "1", "2"),
                                change("c", "1", "2"),
                                change("d", "1", "2")),
                        "a 1 → 2, b 1 → 2, c 1 → 2 and 1 more field"),
                arguments(List.of(), "the same template as before"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatARevisionChangedIsSaidInAPhrase(List<FieldChange> changes, String words) {
        assertThat(RolloutWords.summary(rollout(4, 2, changes))).isEqualTo(words);
    }

    @Test
    void howFarTheRolloutIs() {
        assertThat(RolloutWords.verdict(List.of(rollout(4, 2, List.of(IMAGE)), rollout(3, 0, List.of()))))
                .isEqualTo("All 2 pods run revision 4.");
        assertThat(RolloutWords.verdict(List.of(rollout(4, 1, List.of(IMAGE)), rollout(3, 2, List.of()))))
                .isEqualTo("1 pod runs revision 4; 2 still run revision 3.");
        assertThat(RolloutWords.verdict(List.of(rollout(4, 0, List.of(IMAGE)))))
                .isEqualTo("Revision 4 is the present one; it has no pods.");
    }

    @Test
    void aRevisionThatWasGoneBackToSaysSo() {
        Rollout back = new Rollout(
                SampleRevision.number(4).wasBefore(2L).build(), true, Optional.of(1), Optional.of(3L), List.of());

        assertThat(RolloutWords.earlier(back)).contains("gone back to, was revision 2 before");
    }

    private static Rollout rollout(long number, int pods, List<FieldChange> changes) {
        return new Rollout(
                SampleRevision.number(number).build(),
                number == 4,
                Optional.of(pods),
                Optional.of(number - 1),
                changes);
    }

    private static FieldChange change(String path, String before, String after) {
        return new FieldChange(path, Optional.of(before), Optional.of(after));
    }
}
