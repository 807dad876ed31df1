package io.pilothouse.testbed.kubelet;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which images have been pulled to which node. */
final class NodeImages {

    private record Present(String node, String image) {}

    private final Set<Present> present = ConcurrentHashMap.newKeySet();

    boolean has(String node, String image) {
        return present.contains(new Present(node, image));
    }

    void add(String node, String image) {
        present.add(new Present(node, image));
    }
}
