package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.Look;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleEvent;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceEventsTest {

    private static final Workload ORDERS = SampleWorkload.deployment("shop", "orders")
            .autoscaling(1, 4, 2, 2)
            .pods(SamplePod.named("shop", "orders-5b8d-new").build())
            .revisions(
                    SampleRevision.number(2).named("orders-5b8d").build(),
                    SampleRevision.number(1).named("orders-7f9c").build())
            .build();
    private static final Workload INVENTORY =
            SampleWorkload.of("shop", WorkloadKind.STATEFUL_SET, "inventory").build();
    private static final Workload LOG_AGENT =
            SampleWorkload.of("shop", WorkloadKind.DAEMON_SET, "log-agent").build();

    @ParameterizedTest
    @CsvSource({
        "Deployment, orders, true",
        "Deployment, orders-archive, false",
        "ReplicaSet, orders-7f9c, true",
        "ReplicaSet, orders-archive-7f9c, false",
        "Pod, orders-5b8d-new, true",
        "Pod, orders-7f9c-x2x4v, true",
        "Pod, orders-archive-7f9c-x2x4v, false",
        "HorizontalPodAutoscaler, orders, true",
        "HorizontalPodAutoscaler, payments, false",
        "StatefulSet, orders, false",
        "PersistentVolumeClaim, data-orders-0, false"
    })
    void ofADeployment(String kind, String name, boolean concerns) {
        assertThat(concerns(ORDERS, kind, name)).isEqualTo(concerns);
    }

    @ParameterizedTest
    @CsvSource({
        "StatefulSet, inventory, true",
        "Pod, inventory-12, true",
        "Pod, inventory-archive-0, false",
        "PersistentVolumeClaim, data-inventory-0, true",
        "PersistentVolumeClaim, data-inventory-archive-0, false"
    })
    void ofAStatefulSet(String kind, String name, boolean concerns) {
        assertThat(concerns(INVENTORY, kind, name)).isEqualTo(concerns);
    }

    @ParameterizedTest
    @CsvSource({"Pod, log-agent-x2x4v, true", "Pod, log-agent-7f9c-x2x4v, false", "DaemonSet, log-agent, true"})
    void ofADaemonSet(String kind, String name, boolean concerns) {
        assertThat(concerns(LOG_AGENT, kind, name)).isEqualTo(concerns);
    }

    @ParameterizedTest
    @CsvSource({
        "CronJob, export, true",
        "Job, export-29436480, true",
        "Job, export-all-29436480, false",
        "Pod, export-29436480-x2x4v, true",
        "Pod, export-all-29436480-x2x4v, false"
    })
    void ofACronJob(String kind, String name, boolean concerns) {
        Batch.Run run = new Batch.Run(
                "export-29436480",
                SampleFleet.NOW,
                Optional.empty(),
                Batch.Outcome.RUNNING,
                "",
                1,
                1,
                0,
                0,
                Optional.empty());
        Workload export = SampleWorkload.of("shop", WorkloadKind.CRON_JOB, "export")
                .batch(new Batch(Optional.of("0 4 * * *"), false, Optional.empty(), List.of(run)))
                .build();

        assertThat(concerns(export, kind, name)).isEqualTo(concerns);
    }

    @Test
    void theyAreHiddenFromWhoMayNotListThem() {
        VisibleFleet fleet = new VisibleFleet(
                SampleFleet.of(ORDERS)
                        .happened("shop", SampleEvent.about("Deployment", "orders"))
                        .build(),
                FakeSights.ofNamespace("shop"));

        assertThat(ServiceEvents.of(ORDERS, fleet)).isEqualTo(new Look.Hidden<>(ReadableKind.EVENTS.list("shop")));
    }

    private static boolean concerns(Workload service, String kind, String name) {
        Event event = SampleEvent.about(kind, name);
        VisibleFleet fleet = new VisibleFleet(
                SampleFleet.of(service)
                        .happened("shop", event)
                        .happened("analytics", event)
                        .build(),
                FakeSights.EVERYTHING);
        return ServiceEvents.of(service, fleet).equals(new Look.Seen<>(List.of(event)));
    }
}
