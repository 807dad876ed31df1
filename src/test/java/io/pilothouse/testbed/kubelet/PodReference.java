package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Objects;

/** Which pod a container belongs to. A pod that is deleted and comes back has the same name and another uid. */
public record PodReference(
        String namespace, String name, String uid, Map<String, String> labels, Map<String, String> annotations) {

    public PodReference {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    static PodReference of(Pod pod) {
        var metadata = pod.getMetadata();
        return new PodReference(
                metadata.getNamespace(),
                metadata.getName(),
                metadata.getUid(),
                Objects.requireNonNullElse(metadata.getLabels(), Map.of()),
                Objects.requireNonNullElse(metadata.getAnnotations(), Map.of()));
    }
}
