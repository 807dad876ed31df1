package io.pilothouse.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What last wrote fields of an object, as its {@code metadata.managedFields} say (Kubernetes' documentation, "Field Management"). Of each manager
 * and way only the last time is kept.
 *
 * @param manager the name that the program gave itself: kubectl-edit, helm, kube-controller-manager …
 * @param applies whether it keeps stating what it wants, by server-side apply
 * @param at when it last did, to the second; empty where the API server does not tell, as for the subresource {@code scale}
 * @param fields the first few of those that it wrote and that nobody has written since, without the entries of lists; never empty
 * @param more how many others there are
 */
public record FieldWriter(String manager, boolean applies, Optional<Instant> at, List<String> fields, int more) {

    public FieldWriter {
        fields = List.copyOf(fields);
    }
}
