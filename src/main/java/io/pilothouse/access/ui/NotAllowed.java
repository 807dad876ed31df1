package io.pilothouse.access.ui;

import io.pilothouse.access.Right;
import io.pilothouse.base.ui.EmptyState;

/** Stands where a person may not look: says which right they lack, and not whether there is anything. */
public class NotAllowed extends EmptyState {

    public NotAllowed(Right missing) {
        super(
                "You may not see this",
                "You lack the right to " + missing.inWords()
                        + ". Ask whoever administers the Kubernetes cluster to grant it; it takes effect here within seconds.");
    }
}
