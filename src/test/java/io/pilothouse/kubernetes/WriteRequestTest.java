package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Target;
import io.pilothouse.change.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests as the Kubernetes API reference describes them. */
class WriteRequestTest {

    private static final Target ORDERS = new Target("apps", "v1", "Deployment", "deployments", "shop", "orders");
    private static final Target POD = Target.pod("shop", "orders-1");
    private static final Optional<LiveObject> SEEN =
            Optional.of(new LiveObject(Map.of("metadata", Map.of("uid", "u-1", "resourceVersion", "42"))));

    @Test
    void aPatchIsGoodForTheVersionThatWasSeenAlone() {
        Write.Single write =
                new Write.Patch(ORDERS, "scale", Map.of("spec", Map.of("replicas", 3)), Write.Merge.REPLACE);

        WriteRequest request = WriteRequest.of(write, SEEN, true);

        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.path())
                .isEqualTo("/apis/apps/v1/namespaces/shop/deployments/orders/scale"
                        + "?fieldManager=pilothouse&fieldValidation=Strict&dryRun=All");
        assertThat(request.contentType()).isEqualTo("application/merge-patch+json");
        assertThat(request.body())
                .isEqualTo(Map.of("spec", Map.of("replicas", 3), "metadata", Map.of("resourceVersion", "42")));
    }

    @Test
    void whatABodySaysOfMetadataIsKeptBesideTheVersion() {
        Write.Single write = new Write.Patch(
                ORDERS, "", Map.of("metadata", Map.of("annotations", Map.of("a", "b"))), Write.Merge.STRATEGIC);

        WriteRequest request = WriteRequest.of(write, SEEN, false);

        assertThat(request.contentType()).isEqualTo("application/strategic-merge-patch+json");
        assertThat(request.path()).doesNotContain("dryRun");
        assertThat(request.body())
                .isEqualTo(Map.of("metadata", Map.of("annotations", Map.of("a", "b"), "resourceVersion", "42")));
    }

    @Test
    void onlyTheVeryPodThatWasSeenGoes() {
        WriteRequest request = WriteRequest.of(new Write.Delete(POD), SEEN, true);

        assertThat(request.method()).isEqualTo("DELETE");
        assertThat(request.path()).isEqualTo("/api/v1/namespaces/shop/pods/orders-1");
        assertThat(request.body())
                .containsEntry("preconditions", Map.of("uid", "u-1", "resourceVersion", "42"))
                .containsEntry("dryRun", List.of("All"));
    }

    @Test
    void anEvictionIsAskedForAtThePod() {
        WriteRequest request = WriteRequest.of(new Write.Evict(POD), SEEN, false);

        assertThat(request.path()).isEqualTo("/api/v1/namespaces/shop/pods/orders-1/eviction");
        assertThat(request.body())
                .containsEntry("kind", "Eviction")
                .containsEntry("metadata", Map.of("name", "orders-1", "namespace", "shop"));
    }

    @Test
    void aNewObjectIsPostedToItsCollection() {
        Target scaler = new Target(
                "autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", "shop", "orders");

        WriteRequest request = WriteRequest.of(new Write.Create(scaler, Map.of()), Optional.empty(), false);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path())
                .startsWith("/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers?fieldManager=pilothouse");
    }
}
