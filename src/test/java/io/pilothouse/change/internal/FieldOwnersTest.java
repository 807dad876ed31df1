package io.pilothouse.change.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.FieldChange;
import io.pilothouse.change.FieldOwner;
import io.pilothouse.change.LiveObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Managed fields as an API server writes them. */
class FieldOwnersTest {

    private static final LiveObject ORDERS = object("""
            {"metadata": {"managedFields": [
              {"manager": "shop-deploy", "operation": "Apply", "time": "2026-11-23T10:00:00Z", "fieldsV1": {
                "f:spec": {"f:replicas": {}, "f:template": {"f:spec": {"f:containers": {
                  "k:{\\"name\\":\\"app\\"}": {".": {}, "f:name": {}, "f:image": {}}}}}},
                "f:metadata": {"f:labels": {"f:app.kubernetes.io/name": {}}}}},
              {"manager": "kube-controller-manager", "operation": "Update", "subresource": "status", "time": "nonsense", "fieldsV1": {
                "f:status": {"f:replicas": {}}}},
              {"manager": "pilothouse", "operation": "Update", "time": "2026-11-23T11:00:00Z", "fieldsV1": {
                "f:spec": {"f:replicas": {}}}},
              {"manager": "whole", "operation": "Update", "fieldsV1": {"f:spec": {"f:strategy": {}}}}]}}""");

    @ParameterizedTest
    @CsvSource({
        "spec.replicas, shop-deploy",
        "spec.template.spec.containers[app].image, shop-deploy",
        "metadata.labels[app.kubernetes.io/name], shop-deploy",
        "status.replicas, kube-controller-manager",
        "spec.strategy.rollingUpdate.maxSurge, whole"
    })
    void tellsWhoWroteAField(String path, String manager) {
        assertThat(owners(path)).extracting(FieldOwner::manager).containsExactly(manager);
    }

    @ParameterizedTest
    @CsvSource({"spec.replicasOfOthers", "spec.template.spec.containers[apple].image", "spec.paused"})
    void aFieldThatNobodyWroteHasNoOwner(String path) {
        assertThat(owners(path)).isEmpty();
    }

    @Test
    void tellsWhoStatesWhatItWantsAndSinceWhen() {
        assertThat(owners("spec.replicas").getFirst()).satisfies(owner -> {
            assertThat(owner.applies()).isTrue();
            assertThat(owner.at()).isPresent();
        });
        assertThat(owners("status.replicas").getFirst()).satisfies(owner -> {
            assertThat(owner.applies()).isFalse();
            assertThat(owner.at()).isEmpty();
        });
    }

    /** Ports are merged by number and protocol, and go by their names here. */
    @Test
    void anEntryGoesByTheSameNameAsInDifferences() {
        LiveObject service = object("""
                {"metadata": {"managedFields": [{"manager": "shop-deploy", "operation": "Apply", "fieldsV1": {
                   "f:ports": {"k:{\\"containerPort\\":8080,\\"protocol\\":\\"TCP\\"}": {"f:hostPort": {}}}}}]},
                 "ports": [{"name": "metrics", "containerPort": 9090, "protocol": "TCP"},
                           {"name": "http", "containerPort": 8080, "protocol": "TCP", "hostPort": 80}]}""");

        assertThat(FieldOwners.of(Optional.of(service), List.of(change("ports[http].hostPort"))))
                .extracting(FieldOwner::manager)
                .containsExactly("shop-deploy");
    }

    @Test
    void anObjectThatIsNotThereIsNobodys() {
        assertThat(FieldOwners.of(Optional.empty(), List.of(change("spec.replicas"))))
                .isEmpty();
    }

    private static List<FieldOwner> owners(String path) {
        return FieldOwners.of(Optional.of(ORDERS), List.of(change(path)));
    }

    private static FieldChange change(String path) {
        return new FieldChange(path, Optional.of("1"), Optional.of("2"));
    }

    private static LiveObject object(String json) {
        return new LiveObject(JsonMapper.shared().readValue(json, new TypeReference<Map<String, Object>>() {}));
    }
}
