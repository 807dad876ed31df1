package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.access.Right;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditAutoscalingTest {

    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");
    private static final Map<String, Object> LAG = Map.of("type", "External", "external", Map.of("metric", "lag"));

    @Test
    void ofOneThatIsThereOnlyTheRangeIsWritten() throws Unfit {
        EditAutoscaling edit = new EditAutoscaling(ORDERS, "orders", false, 2, 6, Optional.empty());

        assertThat(edit.write(present("orders")))
                .isEqualTo(new Write.Patch(
                        edit.target(),
                        "",
                        Map.of("spec", Map.of("minReplicas", 2, "maxReplicas", 6)),
                        Write.Merge.REPLACE));
        assertThat(edit.rights())
                .containsExactly(new Right("patch", "autoscaling", "horizontalpodautoscalers", "shop", "orders"));
        assertThat(edit.command())
                .isEqualTo("kubectl patch -n shop horizontalpodautoscalers.autoscaling/orders --type=merge"
                        + " -p '{\"spec\":{\"minReplicas\":2,\"maxReplicas\":6}}'");
    }

    @Test
    void anotherCpuTargetLeavesTheOtherMetricsAlone() throws Unfit {
        Write.Patch write = (Write.Patch)
                new EditAutoscaling(ORDERS, "orders", false, 2, 6, Optional.of(60)).write(present("orders"));

        assertThat(write.body())
                .isEqualTo(Map.of(
                        "spec",
                        Map.of("minReplicas", 2, "maxReplicas", 6, "metrics", List.of(LAG, CpuTarget.metric(60)))));
    }

    @Test
    void aNewOneScalesByCpu() throws Unfit {
        EditAutoscaling edit = new EditAutoscaling(ORDERS, "orders", true, 2, 6, Optional.empty());

        Write.Create write = (Write.Create) edit.write(new Material(Optional.empty(), Map.of()));

        assertThat(write.body())
                .containsEntry(
                        "spec",
                        Map.of(
                                "scaleTargetRef",
                                Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", "orders"),
                                "minReplicas",
                                2,
                                "maxReplicas",
                                6,
                                "metrics",
                                List.of(CpuTarget.metric(80))));
        assertThat(edit.rights())
                .containsExactly(new Right("create", "autoscaling", "horizontalpodautoscalers", "shop", ""));
    }

    @Test
    void oneThatScalesSomethingElseIsLeftAlone() {
        Material other = present("payments");

        assertThatThrownBy(() -> new EditAutoscaling(ORDERS, "orders", false, 2, 6, Optional.empty()).write(other))
                .isInstanceOf(Unfit.class);
        assertThatThrownBy(() -> new RemoveAutoscaling(ORDERS, "orders").write(other))
                .isInstanceOf(Unfit.class);
    }

    @Test
    void aRangeTheWrongWayRoundIsRefused() {
        assertThatThrownBy(() ->
                        new EditAutoscaling(ORDERS, "orders", false, 6, 2, Optional.empty()).write(present("orders")))
                .isInstanceOf(Unfit.class);
    }

    @Test
    void itIsSettledOnceThePictureHoldsTheRange() {
        EditAutoscaling edit = new EditAutoscaling(ORDERS, "orders", false, 2, 6, Optional.empty());

        assertThat(edit.progress(aftermath(2, 5))).isInstanceOf(Progress.Underway.class);
        assertThat(edit.progress(aftermath(2, 6))).isInstanceOf(Progress.Settled.class);
        assertThat(new RemoveAutoscaling(ORDERS, "orders").progress(aftermath(2, 6)))
                .isInstanceOf(Progress.Underway.class);
    }

    private static Aftermath aftermath(int minimum, int maximum) {
        return new Aftermath(
                SampleFleet.of(SampleWorkload.deployment("shop", "orders")
                                .autoscaling(minimum, maximum, 2, 2)
                                .build())
                        .build(),
                0,
                SampleFleet.NOW);
    }

    private static Material present(String target) {
        return new Material(
                Optional.of(new LiveObject(Map.of(
                        "spec",
                        Map.of(
                                "scaleTargetRef",
                                Map.of("kind", "Deployment", "name", target),
                                "metrics",
                                List.of(LAG, CpuTarget.metric(80)))))),
                Map.of());
    }
}
