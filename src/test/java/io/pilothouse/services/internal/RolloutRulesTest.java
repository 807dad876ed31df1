package io.pilothouse.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Health;
import io.pilothouse.change.Check;
import io.pilothouse.fixture.FakeSights;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.RolloutState;
import io.pilothouse.fleet.Workload;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutRulesTest {

    private static SampleWorkload orders() {
        return SampleWorkload.deployment("shop", "orders")
                .revisions(
                        SampleRevision.number(3).named("orders-7f9c").build(),
                        SampleRevision.number(2).named("orders-5b8d").build());
    }

    @Test
    void aRolloutUnderWayIsSaid() {
        assertThat(RolloutRules.checks(orders().replicas(2, 2, 2).build()))
                .extracting(Check::verdict)
                .containsExactly(Check.Verdict.PASS);
        assertThat(RolloutRules.checks(orders().replicas(4, 4, 1).build()))
                .containsExactly(Check.warn("A rollout is under way; this one takes its place", "1 of 4 pods updated"));
    }

    @Test
    void nothingHappensWhileRolloutsArePaused() {
        Workload paused = orders().rollout(new RolloutState(1, true, Optional.empty(), false))
                .build();

        assertThat(RolloutRules.checks(paused)).extracting(Check::verdict).containsExactly(Check.Verdict.WARN);
    }

    @Test
    void aServiceThatDoesNotWorkIsSaidToBeSo() {
        assertThat(RolloutRules.present(
                        orders().health(Health.failing("exited with 1")).build()))
                .contains(Check.warn("What it runs now does not work; this may not either", "exited with 1"));
        assertThat(RolloutRules.present(
                        orders().health(Health.progressing("starting")).build()))
                .isEmpty();
    }

    @Test
    void aRevisionWhosePodsFailedLatelyIsWarnedOf() {
        Workload service = orders().build();
        VisibleFleet fleet = new VisibleFleet(
                SampleFleet.of(service)
                        .happened(
                                "shop",
                                new Event(
                                        "e",
                                        Event.Type.WARNING,
                                        "BackOff",
                                        "Back-off restarting failed container",
                                        new Event.Subject("Pod", "orders-5b8d-x2x4v"),
                                        "kubelet",
                                        3,
                                        SampleFleet.NOW,
                                        SampleFleet.NOW))
                        .build(),
                FakeSights.EVERYTHING);

        assertThat(RevisionRules.checks(service, "orders-5b8d", fleet))
                .contains(Check.warn(
                        "Pods of revision 2 failed lately", "BackOff: Back-off restarting failed container"));
        assertThat(RevisionRules.checks(service, "orders-7f9c", fleet))
                .contains(Check.pass("No pod of revision 3 is known to have failed", "pods and events"));
    }

    @Test
    void anImageThatNoPodRunsMayBeGone() {
        Workload service =
                orders().pods(SamplePod.named("shop", "orders-7f9c-1").build()).build();

        assertThat(RevisionRules.checks(
                        service,
                        "orders-5b8d",
                        new VisibleFleet(SampleFleet.of(service).build(), FakeSights.EVERYTHING)))
                .contains(Check.unknown(
                        "No pod in its namespace runs its image; its registry may not have it any more",
                        "registry.local/app:1.0.0"));
    }
}
