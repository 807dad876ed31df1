package io.pilothouse.change.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.FieldChange;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Target;
import io.pilothouse.change.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final Target ORDERS = new Target("apps", "v1", "Deployment", "deployments", "shop", "orders");
    private static final Write SCALE = new Write.Patch(ORDERS, "scale", Map.of(), Write.Merge.REPLACE);
    private static final Write PATCH = new Write.Patch(ORDERS, "", Map.of(), Write.Merge.STRATEGIC);
    private static final Write DELETE = new Write.Delete(ORDERS);
    private static final Write CREATE = new Write.Create(ORDERS, Map.of("spec", Map.of("replicas", 3)));

    @Test
    void aScaleIsComparedByItsReplicasAlone() {
        LiveObject answer = new LiveObject(Map.of("kind", "Scale", "spec", Map.of("replicas", 5)));

        assertThat(Differences.of(SCALE, Optional.of(object(2, false)), answer)).containsExactly(replicas("2", "5"));
    }

    @Test
    void whatTheApiServerKeepsForItselfIsNoDifference() {
        LiveObject answer = new LiveObject(Map.of(
                "metadata",
                Map.of("name", "orders", "resourceVersion", "9", "generation", 4, "managedFields", List.of()),
                "spec",
                Map.of("replicas", 2),
                "status",
                Map.of("replicas", 7)));

        assertThat(Differences.of(PATCH, Optional.of(object(2, false)), answer)).isEmpty();
    }

    @Test
    void whatIsMadeOrGoesIsSaidAsAWhole() {
        assertThat(Differences.of(CREATE, Optional.empty(), object(3, false)))
                .containsExactly(new FieldChange("spec.replicas", Optional.empty(), Optional.of("3")));
        assertThat(Differences.of(DELETE, Optional.of(object(2, false)), object(2, true)))
                .containsExactly(new FieldChange("", Optional.of("Deployment orders"), Optional.empty()));
    }

    @Test
    void aWriteThatNobodyHeardOfIsFoundByItsFields() {
        List<FieldChange> wanted = List.of(replicas("2", "5"));

        assertThat(Differences.inPlace(SCALE, wanted, Optional.of(object(5, false))))
                .isTrue();
        assertThat(Differences.inPlace(SCALE, wanted, Optional.of(object(2, false))))
                .isFalse();
        assertThat(Differences.inPlace(SCALE, wanted, Optional.empty())).isFalse();
        assertThat(Differences.inPlace(DELETE, List.of(), Optional.of(object(2, true))))
                .isTrue();
        assertThat(Differences.inPlace(DELETE, List.of(), Optional.of(object(2, false))))
                .isFalse();
        assertThat(Differences.inPlace(DELETE, List.of(), Optional.empty())).isTrue();
        assertThat(Differences.inPlace(CREATE, List.of(), Optional.empty())).isFalse();
    }

    private static LiveObject object(int replicas, boolean going) {
        Map<String, Object> metadata = going
                ? Map.of("name", "orders", "deletionTimestamp", "2026-11-23T10:00:00Z")
                : Map.of("name", "orders");
        return new LiveObject(Map.of("metadata", metadata, "spec", Map.of("replicas", replicas)));
    }

    private static FieldChange replicas(String before, String after) {
        return new FieldChange("spec.replicas", Optional.of(before), Optional.of(after));
    }
}
