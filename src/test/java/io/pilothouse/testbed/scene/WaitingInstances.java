package io.pilothouse.testbed.scene;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Services that run before their pods: each is claimed by one pod, and then taken by its container. */
final class WaitingInstances {

    private final Map<String, Queue<ServiceInstance>> unclaimed = new HashMap<>();
    private final Map<String, ServiceInstance> claimed = new HashMap<>();

    synchronized void add(String image, ServiceInstance instance) {
        unclaimed.computeIfAbsent(image, key -> new ArrayDeque<>()).add(instance);
    }

    /** The instance that the pod gets, always the same one; empty if none of the image is left. */
    synchronized Optional<ServiceInstance> claim(String podUid, String image) {
        ServiceInstance mine = claimed.get(podUid);
        if (mine != null) {
            return Optional.of(mine);
        }
        Queue<ServiceInstance> left = unclaimed.getOrDefault(image, new ArrayDeque<>());
        Optional<ServiceInstance> next = Optional.ofNullable(left.poll());
        next.ifPresent(instance -> claimed.put(podUid, instance));
        return next;
    }

    /** Hands the pod's instance over, once; a restart of the container begins a new one. */
    synchronized Optional<ServiceInstance> take(String podUid) {
        return Optional.ofNullable(claimed.remove(podUid));
    }
}
