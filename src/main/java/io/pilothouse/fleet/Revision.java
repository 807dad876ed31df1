package io.pilothouse.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pod template that a workload has or had: a ReplicaSet of a Deployment, a ControllerRevision of a StatefulSet or DaemonSet. How many are
 * kept is the workload's {@code revisionHistoryLimit}.
 *
 * @param number counts up with each rollout; the highest is the present one
 * @param earlier numbers it had before it was gone back to; usually empty
 * @param name the name of the object that keeps it
 * @param hash what its pods are labelled with ({@code pod-template-hash} or {@code controller-revision-hash})
 * @param created when the template was first rolled out
 * @param changeCause the annotation {@code kubernetes.io/change-cause}, if set
 * @param images of its containers, in their order
 * @param template each field of the template by its path, like {@code spec.containers[app].image}; entries of lists by their name where
 *     they have one
 */
public record Revision(
        long number,
        List<Long> earlier,
        String name,
        String hash,
        Instant created,
        Optional<String> changeCause,
        List<String> images,
        Map<String, String> template) {

    public Revision {
        earlier = List.copyOf(earlier);
        images = List.copyOf(images);
        template = Map.copyOf(template);
    }
}
