package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.pilothouse.fleet.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventReductionTest {

    @Test
    void theOlderWayOfCounting() {
        Event event = EventReduction.reduce(event().withType("Warning")
                .withCount(7)
                .withFirstTimestamp("2026-03-01T11:00:00Z")
                .withLastTimestamp("2026-03-01T11:40:00Z")
                .withNewSource("kubelet", "node-a1")
                .build());

        assertThat(event)
                .isEqualTo(new Event(
                        "orders-1.17",
                        Event.Type.WARNING,
                        "BackOff",
                        "Back-off restarting failed container",
                        new Event.Subject("Pod", "orders-1"),
                        "kubelet",
                        7,
                        Instant.parse("2026-03-01T11:00:00Z"),
                        Instant.parse("2026-03-01T11:40:00Z")));
    }

    @Test
    void theNewerWayOfCounting() {
        Event event = EventReduction.reduce(event().withType("Normal")
                .withEventTime(new MicroTime("2026-03-01T11:00:00.123456Z"))
                .withNewSeries()
                .withCount(4)
                .withLastObservedTime(new MicroTime("2026-03-01T11:30:00.5Z"))
                .endSeries()
                .withReportingComponent("default-scheduler")
                .build());

        assertThat(event.type()).isEqualTo(Event.Type.NORMAL);
        assertThat(event.count()).isEqualTo(4);
        assertThat(event.source()).isEqualTo("default-scheduler");
        assertThat(event.first()).isEqualTo(Instant.parse("2026-03-01T11:00:00.123456Z"));
        assertThat(event.last()).isEqualTo(Instant.parse("2026-03-01T11:30:00.5Z"));
    }

    @Test
    void whatNamesNoTimeHappenedWhenItWasWritten() {
        Event event = EventReduction.reduce(event().build());

        assertThat(event.count()).isEqualTo(1);
        assertThat(event.last()).isEqualTo(Instant.parse("2026-03-01T10:59:00Z"));
    }

    private static EventBuilder event() {
        return new EventBuilder()
                .withNewMetadata()
                .withName("orders-1.17")
                .withCreationTimestamp("2026-03-01T10:59:00Z")
                .endMetadata()
                .withReason("BackOff")
                .withMessage("Back-off restarting failed container\n")
                .withNewInvolvedObject()
                .withKind("Pod")
                .withName("orders-1")
                .endInvolvedObject();
    }
}
