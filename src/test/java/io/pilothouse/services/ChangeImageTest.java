package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.base.Health;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.RolloutState;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeImageTest {

    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");
    private static final ChangeImage CHANGE = new ChangeImage(ORDERS, "app", "registry.local/app:1.1.0");
    private static final Material THERE = new Material(
            Optional.of(new LiveObject(Map.of(
                    "spec",
                    Map.of(
                            "template",
                            Map.of("spec", Map.of("containers", List.of(Map.of("name", "app", "image", "x")))))))),
            Map.of());

    @Test
    void itWritesTheImageOfTheOneContainer() throws Unfit {
        assertThat(CHANGE.write(THERE))
                .isEqualTo(new Write.Patch(
                        Target.of(ORDERS),
                        "",
                        Map.of(
                                "spec",
                                Map.of(
                                        "template",
                                        Map.of(
                                                "spec",
                                                Map.of(
                                                        "containers",
                                                        List.of(Map.of(
                                                                "name",
                                                                "app",
                                                                "image",
                                                                "registry.local/app:1.1.0")))))),
                        Write.Merge.STRATEGIC));
        assertThat(CHANGE.command())
                .isEqualTo("kubectl set image -n shop deployment/orders app=registry.local/app:1.1.0");
        assertThat(CHANGE.title()).isEqualTo("Change image of orders to 1.1.0");
    }

    @Test
    void aContainerThatIsNotThereIsNotMade() {
        ChangeImage other = new ChangeImage(ORDERS, "proxy", "registry.local/app:1.1.0");

        assertThatThrownBy(() -> other.write(THERE)).isInstanceOf(Unfit.class).hasMessageContaining("no container");
    }

    @Test
    void whatIsNoNameOfAnImageIsRefused() {
        assertThatThrownBy(() -> new ChangeImage(ORDERS, "app", "no name").write(THERE))
                .isInstanceOf(Unfit.class);
    }

    @Test
    void anImageThatCannotBePulledKeepsItStuckAndSaysWhy() {
        Progress progress = progress(
                new RolloutState(5, false, Optional.empty(), false),
                "registry.local/app:1.1.0",
                "cannot pull image app:1.1.0");

        assertThat(progress)
                .isEqualTo(new Progress.Underway(
                        "1 of 2 pods made, 2 ready", 1, 2, Optional.of("cannot pull image app:1.1.0"), true));
    }

    @Test
    void anotherImageMeanwhileSupersedesIt() {
        assertThat(progress(new RolloutState(6, false, Optional.empty(), false), "registry.local/app:1.0.0", "busy"))
                .isInstanceOf(Progress.Superseded.class);
    }

    private static Progress progress(RolloutState rollout, String image, String reason) {
        return CHANGE.progress(new Aftermath(
                SampleFleet.of(SampleWorkload.deployment("shop", "orders")
                                .images(image)
                                .replicas(2, 2, 1)
                                .health(Health.degraded(reason))
                                .rollout(rollout)
                                .build())
                        .build(),
                5,
                SampleFleet.NOW));
    }
}
