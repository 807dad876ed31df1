package io.pilothouse.change;

import java.time.Instant;
import java.util.Optional;

/**
 * Who wrote a field last, by the object's managed fields.
 *
 * @param path where the field is: {@code spec.replicas}
 * @param manager the name that the writer gave: {@code kubectl-client-side-apply}, {@code kube-controller-manager}, {@code argocd-controller} …
 * @param applies whether it states what it wants by server-side apply, and so will put it back
 * @param at when it wrote last, if known
 */
public record FieldOwner(String path, String manager, boolean applies, Optional<Instant> at) {}
