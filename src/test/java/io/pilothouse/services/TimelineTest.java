package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.AuditedObject;
import io.pilothouse.audit.Stage;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.FieldWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SampleWorkload orders = SampleWorkload.deployment("shop", "orders")
            .pods(SamplePod.named("shop", "orders-5b8d-new").build())
            .revisions(SampleRevision.number(2).named("orders-5b8d").build());

    @Test
    void whatWasDoneHereAndOutsideStandsInOneOrder() {
        orders.writers(
                new FieldWriter("kubectl-edit", false, Optional.of(NOON.plusSeconds(60)), List.of("spec.replicas"), 0),
                new FieldWriter(
                        "argocd-controller", true, Optional.of(NOON.minusSeconds(60)), List.of("spec.template"), 3));

        assertThat(timeline(Set.of(), change("Deployment", "orders", NOON)))
                .extracting(each -> each.way() + " " + each.who() + ": " + each.what())
                .containsExactly(
                        "OUTSIDE kubectl-edit: Wrote spec.replicas",
                        "CONSOLE ops: Scale orders to 6",
                        "OUTSIDE argocd-controller: Applied spec.template and 3 more");
    }

    @Test
    void whatThisConsoleWroteIsNotToldTwice() {
        orders.writers(
                new FieldWriter("pilothouse", false, Optional.of(NOON.plusSeconds(2)), List.of("spec.replicas"), 0));

        assertThat(timeline(Set.of(), change("Deployment", "orders", NOON)))
                .extracting(Happening::way)
                .containsExactly(Happening.Way.CONSOLE);
    }

    @Test
    void whatAnotherConsoleWroteOfWhichNothingIsRecordedHereIsTold() {
        orders.writers(
                new FieldWriter("pilothouse", false, Optional.of(NOON.plusSeconds(600)), List.of("spec.replicas"), 0));

        assertThat(timeline(Set.of(), change("Deployment", "orders", NOON)))
                .extracting(Happening::way)
                .containsExactly(Happening.Way.OUTSIDE, Happening.Way.CONSOLE);
    }

    @Test
    void whoWroteWithoutATimeIsNamedApart() {
        FieldWriter kubectl = new FieldWriter("kubectl", false, Optional.empty(), List.of("spec.replicas"), 0);
        orders.writers(kubectl, new FieldWriter("pilothouse", false, Optional.empty(), List.of("spec.replicas"), 0));

        assertThat(timeline(Set.of())).isEmpty();
        assertThat(Timeline.undated(orders.build())).containsExactly(kubectl);
    }

    @Test
    void changesOfItsPodsAreToldToWhoMaySeePods() {
        FollowedChange evicted = change("Pod", "orders-5b8d-new", NOON);

        assertThat(timeline(Set.of(ReadableKind.PODS), evicted)).hasSize(1);
        assertThat(timeline(Set.of(), evicted)).isEmpty();
    }

    @Test
    void changesOfOthersAreNot() {
        assertThat(timeline(
                        Set.of(), change("Deployment", "orders-archive", NOON), change("StatefulSet", "orders", NOON)))
                .isEmpty();
    }

    private List<Happening> timeline(Set<ReadableKind> kinds, FollowedChange... changes) {
        Sight sight = new Sight(kinds, Map.of(), Set.of());
        return Timeline.of(
                orders.build(), new VisibleFleet(SampleFleet.of(orders.build()).build(), sight), List.of(changes));
    }

    private static FollowedChange change(String kind, String name, Instant at) {
        AuditRecord record = new AuditRecord(
                "c1",
                Stage.SETTLED,
                at,
                "ops",
                Set.of(),
                "scale",
                "Scale orders to 6",
                new AuditedObject("apps/v1", kind, "shop", name),
                "{}",
                List.of(),
                List.of(),
                Optional.empty(),
                "");
        return new FollowedChange(new AuditedChange(List.of(record)), Optional.empty());
    }
}
