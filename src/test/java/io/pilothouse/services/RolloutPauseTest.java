package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.change.Aftermath;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.RolloutState;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutPauseTest {

    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");
    private static final Material THERE = new Material(Optional.of(new LiveObject(Map.of())), Map.of());

    @Test
    void itWritesJustTheOneField() throws Unfit {
        PauseRollout pause = new PauseRollout(ORDERS);

        assertThat(pause.write(THERE))
                .isEqualTo(new Write.Patch(
                        pause.target(), "", Map.of("spec", Map.of("paused", true)), Write.Merge.STRATEGIC));
        assertThat(pause.command()).isEqualTo("kubectl rollout pause -n shop deployment/orders");
    }

    @Test
    void nothingButADeploymentCanBePaused() {
        WorkloadId set = new WorkloadId("shop", WorkloadKind.STATEFUL_SET, "inventory");

        assertThatThrownBy(() -> new PauseRollout(set).write(THERE)).isInstanceOf(Unfit.class);
    }

    @Test
    void itIsSettledOnceItsControllerHasSeenIt() {
        assertThat(progress(4, true, 5)).isInstanceOf(Progress.Underway.class);
        assertThat(progress(5, true, 5)).isInstanceOf(Progress.Settled.class);
        assertThat(progress(6, false, 5)).isInstanceOf(Progress.Superseded.class);
    }

    private static Progress progress(long generation, boolean paused, long written) {
        var orders = SampleWorkload.deployment("shop", "orders")
                .rollout(new RolloutState(generation, paused, Optional.empty(), false))
                .build();
        return new PauseRollout(ORDERS)
                .progress(new Aftermath(SampleFleet.of(orders).build(), written, SampleFleet.NOW));
    }
}
