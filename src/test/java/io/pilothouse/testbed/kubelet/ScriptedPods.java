package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The pods of one namespace, as tests make them and look at them. */
record ScriptedPods(KubernetesClient client, String namespace) {

    /** A pod with one container, not created yet. */
    PodBuilder pod(String name, String image, String... arguments) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(1L)
                .addNewContainer()
                .withName("main")
                .withImage(image)
                .withArgs(arguments)
                .endContainer()
                .endSpec();
    }

    void create(PodBuilder pod) {
        client.resource(pod.build()).create();
    }

    /** Creates a pod and waits until it is ready. */
    Pod createReady(String name) {
        create(pod(name, ScriptedRuntime.IMAGES + "app:1"));
        return await(name, ScriptedPods::isReady);
    }

    PodResource resource(String name) {
        return client.pods().inNamespace(namespace).withName(name);
    }

    boolean exists(String name) {
        return resource(name).get() != null;
    }

    Pod await(String name, Predicate<Pod> condition) {
        return Awaitility.await(name)
                .atMost(ScriptedPlatform.SOON)
                .until(() -> resource(name).get(), pod -> pod != null && condition.test(pod));
    }

    /** Reasons of the events about the pod, oldest first. */
    List<String> reasons(String pod) {
        return client.v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> pod.equals(event.getInvolvedObject().getName()))
                .sorted(Comparator.comparing(event -> event.getMetadata().getName()))
                .map(Event::getReason)
                .toList();
    }

    static boolean isReady(Pod pod) {
        return condition(pod, "Ready")
                .filter(ready -> ready.getStatus().equals("True"))
                .isPresent();
    }

    static boolean isWaitingFor(Pod pod, String reason) {
        return !pod.getStatus().getContainerStatuses().isEmpty()
                && container(pod).getState().getWaiting() != null
                && container(pod).getState().getWaiting().getReason().equals(reason);
    }

    static ContainerStatus container(Pod pod) {
        return pod.getStatus().getContainerStatuses().getFirst();
    }

    static Optional<PodCondition> condition(Pod pod, String type) {
        return pod.getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }
}
