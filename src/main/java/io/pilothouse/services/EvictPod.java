package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.change.Material;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.WorkloadId;
import java.util.Set;

/**
 * Asks for a pod to go by its subresource {@code eviction}, which its PodDisruptionBudgets may refuse (Kubernetes' documentation, "API-initiated
 * Eviction").
 */
public record EvictPod(WorkloadId service, String pod, String uid) implements PodRemoval {

    @Override
    public String title() {
        return "Evict pod " + pod;
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("create", "eviction"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        object(material);
        return new Write.Evict(target());
    }

    @Override
    public String command() {
        // kubectl has no command of its own for it
        return "echo '{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\",\"metadata\":{\"name\":\"" + pod
                + "\"}}' | kubectl create --raw /api/v1/namespaces/" + service.namespace() + "/pods/" + pod
                + "/eviction -f -";
    }
}
