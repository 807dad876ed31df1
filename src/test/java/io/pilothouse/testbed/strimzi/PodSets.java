package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.podset.StrimziPodSet;
import io.strimzi.api.kafka.model.podset.StrimziPodSetBuilder;
import io.strimzi.api.kafka.model.podset.StrimziPodSetStatus;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the operator does about StrimziPodSets: a pod of the set that is not there is made, whatever became of the one before, and one that it does not name goes. */
final class PodSets {

    private final KubernetesClient client;

    PodSets(KubernetesClient client) {
        this.client = client;
    }

    /** The set of one pool. */
    static StrimziPodSet of(KafkaModel model, KafkaNodePool pool) {
        BrokerPods pods = new BrokerPods(model);
        return new StrimziPodSetBuilder()
                .withNewMetadata()
                .withName(model.podSet(pool))
                .withNamespace(model.namespace())
                .withLabels(StrimziMetadata.labels(model, pool))
                .withAnnotations(Map.of(
                        "strimzi.io/kafka-version",
                        model.spec().getVersion(),
                        "strimzi.io/storage",
                        Serialization.asJson(pool.getSpec().getStorage())))
                .withOwnerReferences(StrimziMetadata.owner(pool, false))
                .endMetadata()
                .withNewSpec()
                .withSelector(new LabelSelectorBuilder()
                        .withMatchLabels(StrimziMetadata.selector(model, pool))
                        .build())
                .withPods(model.nodesOf(pool).stream()
                        .map(pods::pod)
                        .map(PodSets::asMap)
                        .toList())
                .endSpec()
                .build();
    }

    /** Makes the missing pods of all sets of the namespace, and writes the sets' statuses. */
    void keep(String namespace) {
        List<StrimziPodSet> sets = client.resources(StrimziPodSet.class)
                .inNamespace(namespace)
                .list()
                .getItems();
        for (StrimziPodSet set : sets) {
            if (set.getMetadata().getDeletionTimestamp() == null) {
                keep(set);
            }
        }
    }

    private void keep(StrimziPodSet set) {
        Map<String, Pod> present = client
                .pods()
                .inNamespace(set.getMetadata().getNamespace())
                .withLabelSelector(set.getSpec().getSelector())
                .list()
                .getItems()
                .stream()
                .collect(Collectors.toMap(pod -> pod.getMetadata().getName(), Function.identity()));
        List<Pod> wanted = set.getSpec().getPods().stream().map(PodSets::asPod).toList();
        Set<String> names =
                wanted.stream().map(pod -> pod.getMetadata().getName()).collect(Collectors.toSet());
        present.values().stream()
                .filter(pod -> !names.contains(pod.getMetadata().getName()))
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .forEach(pod -> client.resource(pod).delete());
        wanted.stream()
                .filter(pod -> !present.containsKey(pod.getMetadata().getName()))
                .forEach(pod -> create(set, pod));
        StatusPatch.write(client, set, set.getStatus(), status(set, wanted, present));
    }

    private void create(StrimziPodSet set, Pod pod) {
        pod.getMetadata().setOwnerReferences(List.of(StrimziMetadata.owner(set, true)));
        try {
            client.resource(pod).create();
        } catch (KubernetesClientException e) {
            // one that is still ending bears the name; the next round sees it gone
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }

    private static StrimziPodSetStatus status(StrimziPodSet set, List<Pod> wanted, Map<String, Pod> present) {
        StrimziPodSetStatus status = new StrimziPodSetStatus();
        status.setObservedGeneration(set.getMetadata().getGeneration());
        status.setPods(wanted.size());
        status.setCurrentPods((int) wanted.stream()
                .filter(pod -> isCurrent(pod, present.get(pod.getMetadata().getName())))
                .count());
        status.setReadyPods(
                (int) present.values().stream().filter(Readiness::isPodReady).count());
        return status;
    }

    private static boolean isCurrent(Pod wanted, @Nullable Pod present) {
        return present != null && Objects.equals(revision(wanted), revision(present));
    }

    private static String revision(Pod pod) {
        return pod.getMetadata().getAnnotations().getOrDefault(BrokerPods.REVISION, "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Pod pod) {
        return Serialization.unmarshal(Serialization.asJson(pod), Map.class);
    }

    private static Pod asPod(Map<String, Object> pod) {
        return Serialization.unmarshal(Serialization.asJson(pod), Pod.class);
    }
}
