package io.pilothouse.services.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.ScaledObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingWordsTest {

    static Stream<Arguments> services() {
        return Stream.of(
                arguments("fixed", service(), "–", ""),
                arguments(
                        "HPA at rest",
                        service().autoscaling(2, 10, 3, 3),
                        "2–10, now 3",
                        "Its autoscaler keeps it between 2 and 10 replicas."),
                arguments(
                        "HPA at work",
                        service().autoscaling(2, 10, 3, 5),
                        "2–10, now 3",
                        "Its autoscaler scales it 3 → 5, between 2 and 10 replicas."),
                arguments(
                        "HPA beyond what a quota allows",
                        service()
                                .pods(SamplePod.named("shop", "payments-0").build())
                                .autoscaling(1, 10, 1, 1)
                                .headroom(3, "compute", "requests.cpu"),
                        "1–4, now 1",
                        "Its autoscaler keeps it between 1 and 10 replicas."),
                arguments(
                        "KEDA with its HPA",
                        service().autoscaling(1, 12, 3, 3).scaledObject(keda(false, Optional.empty(), true, "")),
                        "0–12, now 3",
                        "KEDA keeps it between 0 and 12 replicas."),
                arguments(
                        "KEDA paused at a count",
                        service().scaledObject(keda(true, Optional.of(4), true, "")),
                        "paused at 4",
                        "Its scaling by KEDA is paused at 4."),
                arguments(
                        "KEDA paused",
                        service().scaledObject(keda(true, Optional.empty(), true, "no such topic")),
                        "paused",
                        "Its scaling by KEDA is paused."),
                arguments(
                        "KEDA without an operator",
                        service().scaledObject(keda(false, Optional.empty(), false, "")),
                        "0–12, now 2",
                        "KEDA has not taken it up yet."),
                arguments(
                        "KEDA in trouble",
                        service().scaledObject(keda(false, Optional.empty(), true, "no such topic")),
                        "0–12, now 2",
                        "KEDA cannot scale it."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void whatScalesAService(String name, SampleWorkload service, String cell, String sentence) {
        assertThat(ScalingWords.cell(service.build()).text()).as(name).isEqualTo(cell);
        assertThat(ScalingWords.sentence(service.build()).orElse("")).isEqualTo(sentence);
    }

    private static SampleWorkload service() {
        return SampleWorkload.deployment("shop", "payments");
    }

    private static ScaledObject keda(boolean paused, Optional<Integer> at, boolean handled, String problem) {
        return new ScaledObject(
                "payments",
                0,
                12,
                Optional.empty(),
                paused,
                at,
                List.of(),
                "keda-hpa-payments",
                handled,
                Optional.empty(),
                Optional.of(problem).filter(words -> !words.isEmpty()));
    }
}
