package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Objects;

/** Tells when an object comes, goes, or is wanted otherwise; a status alone is no reason to reconcile. */
record DesiredChange<T extends HasMetadata>(Runnable reaction) implements ResourceEventHandler<T> {

    @Override
    public void onAdd(T added) {
        reaction.run();
    }

    @Override
    public void onUpdate(T before, T after) {
        var earlier = before.getMetadata();
        var present = after.getMetadata();
        if (!Objects.equals(earlier.getGeneration(), present.getGeneration())
                || !Objects.equals(earlier.getAnnotations(), present.getAnnotations())
                || !Objects.equals(earlier.getLabels(), present.getLabels())) {
            reaction.run();
        }
    }

    @Override
    public void onDelete(T gone, boolean finalStateUnknown) {
        reaction.run();
    }
}
