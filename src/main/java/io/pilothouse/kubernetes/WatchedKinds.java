package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.spi.AutoscalerFacts;
import io.pilothouse.fleet.spi.DisruptionBudgetFacts;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.pilothouse.fleet.spi.NodeFacts;
import io.pilothouse.fleet.spi.NodePoolFacts;
import io.pilothouse.fleet.spi.RevisionFacts;
import io.pilothouse.fleet.spi.ScaledObjectFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import io.pilothouse.kubernetes.RevisionReductions.ReducedReplicaSet;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaBuilder;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolBuilder;
import io.strimzi.api.kafka.model.podset.StrimziPodSet;
import io.strimzi.api.kafka.model.podset.StrimziPodSetBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** All kinds of objects that the picture is made of, each followed for all who look. */
final class WatchedKinds {

    final ReducingStore<?, ReducedPod> pods;
    final ReducingStore<?, NodeFacts> nodes;

    /** The step between a pod and what people call a service, and the history of that. */
    final ReducingStore<?, ReducedReplicaSet> replicaSets;

    final List<ReducingStore<?, WorkloadFacts>> workloads;
    final ReducingStore<?, Optional<AutoscalerFacts>> autoscalers;
    final ReducingStore<?, Optional<RevisionFacts>> controllerRevisions;
    final ReducingStore<?, Optional<DisruptionBudgetFacts>> budgets;
    final ReducingStore<?, Event> events;
    final ReducingStore<?, KafkaResourceFacts> kafkas;
    final ReducingStore<?, NodePoolFacts> nodePools;
    final ReducingStore<?, Optional<ScaledObjectFacts>> scaledObjects;

    private final List<KindWatch<?>> watches = new ArrayList<>();
    private final Clock clock;
    private final Duration silence;
    private final Consumer<String> onChange;

    WatchedKinds(
            KubernetesClient client,
            Clock clock,
            Duration silence,
            Consumer<String> onChange,
            Consumer<String> onEvent) {
        this.clock = clock;
        this.silence = silence;
        this.onChange = onChange;
        var apps = client.apps();
        pods = watch(
                "pods",
                () -> client.pods().inAnyNamespace(),
                PodReduction::reduce,
                meta -> new PodBuilder().withMetadata(meta).build());
        nodes = watch(
                "nodes",
                client::nodes,
                NodeReduction::reduce,
                meta -> new NodeBuilder().withMetadata(meta).build());
        replicaSets = watch(
                "replicasets.apps",
                () -> apps.replicaSets().inAnyNamespace(),
                RevisionReductions::replicaSet,
                meta -> new ReplicaSetBuilder().withMetadata(meta).build());
        workloads = List.of(
                watch(
                        "deployments.apps",
                        () -> apps.deployments().inAnyNamespace(),
                        WorkloadReductions::deployment,
                        meta -> new DeploymentBuilder().withMetadata(meta).build()),
                watch(
                        "statefulsets.apps",
                        () -> apps.statefulSets().inAnyNamespace(),
                        WorkloadReductions::statefulSet,
                        meta -> new StatefulSetBuilder().withMetadata(meta).build()),
                watch(
                        "daemonsets.apps",
                        () -> apps.daemonSets().inAnyNamespace(),
                        WorkloadReductions::daemonSet,
                        meta -> new DaemonSetBuilder().withMetadata(meta).build()),
                watchOptional(
                        "strimzipodsets.core.strimzi.io",
                        () -> client.resources(StrimziPodSet.class).inAnyNamespace(),
                        WorkloadReductions::podSet,
                        meta -> new StrimziPodSetBuilder().withMetadata(meta).build()));
        autoscalers = watch(
                "horizontalpodautoscalers.autoscaling",
                () -> client.autoscaling().v2().horizontalPodAutoscalers().inAnyNamespace(),
                AutoscalerReduction::reduce,
                meta -> new HorizontalPodAutoscalerBuilder().withMetadata(meta).build());
        controllerRevisions = watch(
                "controllerrevisions.apps",
                () -> apps.controllerRevisions().inAnyNamespace(),
                RevisionReductions::controllerRevision,
                meta -> new ControllerRevisionBuilder().withMetadata(meta).build());
        budgets = watch(
                "poddisruptionbudgets.policy",
                () -> client.policy().v1().podDisruptionBudget().inAnyNamespace(),
                DisruptionBudgetReduction::reduce,
                meta -> new PodDisruptionBudgetBuilder().withMetadata(meta).build());
        events = add(
                "events",
                false,
                () -> client.v1().events().inAnyNamespace(),
                new ReducingStore<>(
                        EventReduction::reduce,
                        meta -> new EventBuilder().withMetadata(meta).build(),
                        onEvent));
        kafkas = watchOptional(
                "kafkas.kafka.strimzi.io",
                () -> client.resources(Kafka.class).inAnyNamespace(),
                KafkaReductions::kafka,
                meta -> new KafkaBuilder().withMetadata(meta).build());
        nodePools = watchOptional(
                "kafkanodepools.kafka.strimzi.io",
                () -> client.resources(KafkaNodePool.class).inAnyNamespace(),
                KafkaReductions::nodePool,
                meta -> new KafkaNodePoolBuilder().withMetadata(meta).build());
        scaledObjects = watchOptional(
                "scaledobjects.keda.sh",
                () -> client.genericKubernetesResources(ScaledObjectReduction.KIND)
                        .inAnyNamespace(),
                ScaledObjectReduction::reduce,
                meta -> new GenericKubernetesResourceBuilder()
                        .withMetadata(meta)
                        .build());
    }

    List<KindWatch<?>> watches() {
        return watches;
    }

    private <T extends HasMetadata, F> ReducingStore<T, F> watch(
            String kind, Supplier<Informable<T>> objects, Function<T, F> reduce, Function<ObjectMeta, T> stub) {
        return add(kind, false, objects, new ReducingStore<>(reduce, stub, onChange));
    }

    private <T extends HasMetadata, F> ReducingStore<T, F> watchOptional(
            String kind, Supplier<Informable<T>> objects, Function<T, F> reduce, Function<ObjectMeta, T> stub) {
        return add(kind, true, objects, new ReducingStore<>(reduce, stub, onChange));
    }

    private <T extends HasMetadata, F> ReducingStore<T, F> add(
            String kind, boolean optional, Supplier<Informable<T>> objects, ReducingStore<T, F> store) {
        watches.add(new KindWatch<>(kind, optional, objects, store, clock, silence));
        return store;
    }
}
