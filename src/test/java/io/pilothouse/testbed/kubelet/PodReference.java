package io.pilothouse.testbed.kubelet;

import java.util.Map;

/** Which pod a container belongs to. A pod that is deleted and comes back has the same name and another uid. */
public record PodReference(
        String namespace, String name, String uid, Map<String, String> labels, Map<String, String> annotations) {

    public PodReference {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
