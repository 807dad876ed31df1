package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the lives of all pods of this kubelet share. */
record KubeletParts(
        KubeletSettings settings,
        PodApi api,
        EventRecorder events,
        PodNetwork network,
        List<ContainerRuntime> runtimes,
        NodeImages images,
        Path directory,
        Clock clock) {

    Optional<ContainerRuntime> runtimeOf(String image) {
        return runtimes.stream().filter(runtime -> runtime.runs(image)).findFirst();
    }

    boolean usesServiceAccount(Pod pod) {
        return pod.getSpec().getContainers().stream()
                .map(Container::getImage)
                .anyMatch(image -> runtimeOf(image)
                        .filter(runtime -> runtime.usesServiceAccount(image))
                        .isPresent());
    }

    LocalNode node(String name) {
        return settings.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a node of this kubelet: " + name));
    }
}
