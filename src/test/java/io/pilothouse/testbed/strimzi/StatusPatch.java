package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a status if it says something new. */
final class StatusPatch {

    private StatusPatch() {}

    static void write(KubernetesClient client, HasMetadata object, @Nullable Object before, Object status) {
        String wanted = Serialization.asJson(status);
        if (before == null || !wanted.equals(Serialization.asJson(before))) {
            // as text, since the client's own comparison takes an empty list for none
            client.resource(object)
                    .subresource("status")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(Map.of("status", status)));
        }
    }
}
