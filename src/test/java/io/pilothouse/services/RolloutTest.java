package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.Look;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.FieldChange;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutTest {

    private static final Workload ORDERS = SampleWorkload.deployment("shop", "orders")
            .pods(
                    SamplePod.named("shop", "orders-5b8d-1").build(),
                    SamplePod.named("shop", "orders-5b8d-2").build())
            .revisions(
                    SampleRevision.number(3)
                            .named("orders-7f9c")
                            .field("spec.containers[app].image", "registry.local/app:1.1.0")
                            .field("spec.priorityClassName", "high")
                            .build(),
                    SampleRevision.number(2).named("orders-5b8d").build())
            .build();

    @Test
    void eachRevisionSaysWhatItChangedAndWhatRunsIt() {
        Look<List<Rollout>> look =
                Rollout.of(ORDERS, new VisibleFleet(SampleFleet.of(ORDERS).build(), FakeSights.EVERYTHING));

        assertThat(look)
                .isEqualTo(new Look.Seen<>(List.of(
                        new Rollout(
                                ORDERS.revisions().getFirst(),
                                true,
                                Optional.of(0),
                                Optional.of(2L),
                                List.of(
                                        new FieldChange(
                                                "spec.containers[app].image",
                                                Optional.of("registry.local/app:1.0.0"),
                                                Optional.of("registry.local/app:1.1.0")),
                                        new FieldChange(
                                                "spec.priorityClassName", Optional.empty(), Optional.of("high")))),
                        new Rollout(
                                ORDERS.revisions().getLast(), false, Optional.of(2), Optional.empty(), List.of()))));
    }

    @Test
    void theyAreHiddenFromWhoMayNotListReplicaSets() {
        VisibleFleet fleet = new VisibleFleet(SampleFleet.of(ORDERS).build(), FakeSights.ofNamespace("shop"));

        assertThat(Rollout.of(ORDERS, fleet)).isEqualTo(new Look.Hidden<>(ReadableKind.REPLICA_SETS.list("shop")));
    }

    @Test
    void strimziKeepsNone() {
        Workload brokers = SampleWorkload.of("kafka", WorkloadKind.STRIMZI_POD_SET, "main-brokers")
                .build();

        assertThat(Rollout.of(brokers, new VisibleFleet(SampleFleet.of(brokers).build(), FakeSights.EVERYTHING)))
                .isEqualTo(new Look.Absent<>());
    }
}
