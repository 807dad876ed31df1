package io.pilothouse.fleet.spi;

import io.pilothouse.base.Observed;

/** Reads Kubernetes for the picture: one watch a kind for all who look. */
public interface KubernetesFacts {

    /**
     * The newest state of everything watched. Cheap: a namespace that did not change since the last call is the same instance
     * again. Missing until the first lists are in; stale while the API server cannot be reached.
     */
    Observed<KubernetesState> current();

    /** Calls the listener, on a thread that it must leave at once, whenever {@link #current()} may answer something new. */
    void onChange(Runnable listener);
}
