package io.pilothouse.clusters;

import io.pilothouse.change.Target;
import io.pilothouse.change.Write;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Annotations by which people ask Strimzi's operator for something (Strimzi's documentation, "Annotations"). */
enum OperatorAnnotation {
    /** On a pod or a StrimziPodSet: make the pods anew, one at a time. */
    RESTART("strimzi.io/manual-rolling-update"),
    /** On a {@code Kafka}: leave it alone. */
    PAUSE("strimzi.io/pause-reconciliation"),
    /** On a node pool: the ids that go first when it is scaled down. */
    REMOVE_IDS("strimzi.io/remove-node-ids");

    private final String name;

    OperatorAnnotation(String name) {
        this.name = name;
    }

    /** Its full name. */
    String annotation() {
        return name;
    }

    /** The metadata that set it, or take it away. */
    Map<String, Object> metadata(@Nullable String value) {
        Map<String, @Nullable Object> annotations = new HashMap<>();
        annotations.put(name, value);
        return Map.of("metadata", Map.of("annotations", annotations));
    }

    /** Sets it to {@code "true"}, or takes it away. */
    Write.Patch on(Target target, boolean set) {
        return new Write.Patch(target, "", metadata(set ? "true" : null), Write.Merge.REPLACE);
    }

    /** The same as a command for the shell. */
    String command(Target target, boolean set) {
        return "kubectl annotate " + target.inCommand() + " " + name + (set ? "=true --overwrite" : "-");
    }
}
