package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.base.FieldChange;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.WayBack;
import io.pilothouse.change.Write;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollBackWorkloadTest {

    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");
    private static final Target KEPT = new Target("apps", "v1", "ReplicaSet", "replicasets", "shop", "orders-5b8d");
    private static final RollBackWorkload BACK = new RollBackWorkload(ORDERS, 2, "orders-5b8d");
    private static final String IMAGE = "spec.template.spec.containers[app].image";
    private static final Map<String, Object> SPEC =
            Map.of("containers", List.of(Map.of("name", "app", "image", "registry.local/app:1.0.0")));

    @Test
    void itReplacesTheWholeTemplateByTheOneThatTheReplicaSetKeeps() throws Unfit {
        Write write = BACK.write(material("uid-orders", Map.of("metadata", Map.of("uid", "uid-orders"))));

        assertThat(write)
                .isEqualTo(new Write.Patch(
                        Target.of(ORDERS),
                        "",
                        Map.of(
                                "spec",
                                Map.of(
                                        "template",
                                        Map.of(
                                                "$patch",
                                                "replace",
                                                "metadata",
                                                Map.of("labels", Map.of("app", "orders")),
                                                "spec",
                                                SPEC))),
                        Write.Merge.STRATEGIC));
        assertThat(BACK.command()).isEqualTo("kubectl rollout undo -n shop deployment/orders --to-revision=2");
    }

    @Test
    void whyThePresentOneCameIntoBeingIsTakenAway() throws Unfit {
        Write.Patch write = (Write.Patch) BACK.write(material(
                "uid-orders",
                Map.of(
                        "metadata",
                        Map.of(
                                "uid",
                                "uid-orders",
                                "annotations",
                                Map.of("kubernetes.io/change-cause", "release 2")))));

        assertThat(write.body())
                .hasEntrySatisfying(
                        "metadata",
                        metadata ->
                                assertThat(metadata).hasToString("{annotations={kubernetes.io/change-cause=null}}"));
    }

    @Test
    void theTemplateOfAnotherServiceIsRefused() {
        Material material = material("uid-payments", Map.of("metadata", Map.of("uid", "uid-orders")));

        assertThatThrownBy(() -> BACK.write(material)).isInstanceOf(Unfit.class).hasMessageContaining("no revision of");
    }

    @Test
    void aRevisionThatIsGoneCannotBeHad() {
        Material material =
                new Material(Optional.of(new LiveObject(Map.of("metadata", Map.of("uid", "uid-orders")))), Map.of());

        assertThatThrownBy(() -> BACK.write(material)).isInstanceOf(Unfit.class).hasMessageContaining("not kept");
    }

    @Test
    void theWayBackFromAnotherImageIsTheNewestRevisionWithTheOldOne() {
        List<FieldChange> done = List.of(new FieldChange(
                IMAGE, Optional.of("registry.local/app:1.0.0"), Optional.of("registry.local/app:1.1.0")));

        assertThat(new RestartWorkload(ORDERS, SampleFleet.NOW).wayBack(done, fleet("1.1.0")))
                .contains(new WayBack("Roll back", new RollBackWorkload(ORDERS, 2, "orders-5b8d")));
    }

    @Test
    void whatIsNoLongerInForceIsNotTakenBack() {
        List<FieldChange> done = List.of(new FieldChange(
                IMAGE, Optional.of("registry.local/app:1.0.0"), Optional.of("registry.local/app:1.1.0")));

        assertThat(RollBackWorkload.undoing(ORDERS, done, fleet("1.2.0"))).isEmpty();
    }

    private static Fleet fleet(String tag) {
        return SampleFleet.of(SampleWorkload.deployment("shop", "orders")
                        .revisions(
                                SampleRevision.number(3)
                                        .named("orders-7f9c")
                                        .field("spec.containers[app].image", "registry.local/app:" + tag)
                                        .build(),
                                SampleRevision.number(2).named("orders-5b8d").build(),
                                SampleRevision.number(1).named("orders-1a1a").build())
                        .build())
                .build();
    }

    private static Material material(String owner, Map<String, Object> deployment) {
        LiveObject kept = new LiveObject(Map.of(
                "metadata",
                Map.of("ownerReferences", List.of(Map.of("uid", owner))),
                "spec",
                Map.of(
                        "template",
                        Map.of(
                                "metadata",
                                Map.of("labels", Map.of("app", "orders", "pod-template-hash", "5b8d")),
                                "spec",
                                SPEC))));
        return new Material(Optional.of(new LiveObject(deployment)), Map.of(KEPT, kept));
    }
}
