package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.StrimziResources.ConnectResource;
import io.pilothouse.fleet.StrimziResources.ConnectorResource;
import io.pilothouse.fleet.StrimziResources.RebalanceResource;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.fleet.StrimziResources.UserResource;
import io.pilothouse.fleet.spi.AutoscalerFacts;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.DisruptionBudgetFacts;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.pilothouse.fleet.spi.NetworkServiceFacts;
import io.pilothouse.fleet.spi.NodeFacts;
import io.pilothouse.fleet.spi.NodePoolFacts;
import io.pilothouse.fleet.spi.RevisionFacts;
import io.pilothouse.fleet.spi.ScaledObjectFacts;
import io.pilothouse.fleet.spi.StorageFacts.VolumeFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import io.pilothouse.kubernetes.BatchReductions.ReducedJob;
import io.pilothouse.kubernetes.RevisionReductions.ReducedReplicaSet;
import io.pilothouse.kubernetes.StorageReductions.ReducedClass;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.podset.StrimziPodSet;
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
    final ReducingStore<?, ReducedJob> jobs;

    /** Without their runs, which are among the jobs. */
    final ReducingStore<?, WorkloadFacts> cronJobs;

    final ReducingStore<?, Optional<AutoscalerFacts>> autoscalers;
    final ReducingStore<?, Optional<RevisionFacts>> controllerRevisions;
    final ReducingStore<?, Optional<DisruptionBudgetFacts>> budgets;
    final ReducingStore<?, Event> events;
    final ReducingStore<?, KafkaResourceFacts> kafkas;
    final ReducingStore<?, NodePoolFacts> nodePools;
    final ReducingStore<?, Optional<ScaledObjectFacts>> scaledObjects;
    final ReducingStore<?, ClaimFacts> claims;
    final ReducingStore<?, VolumeFacts> volumes;
    final ReducingStore<?, ReducedClass> storageClasses;
    final ReducingStore<?, Quota> quotas;
    final ReducingStore<?, LimitRange> limitRanges;
    final ReducingStore<?, Optional<NetworkServiceFacts>> networkServices;
    final ReducingStore<?, TopicResource> topicResources;
    final ReducingStore<?, UserResource> userResources;
    final ReducingStore<?, RebalanceResource> rebalanceResources;
    final ReducingStore<?, ConnectResource> connectResources;
    final ReducingStore<?, ConnectorResource> connectorResources;

    private final List<KindWatch<?>> watches = new ArrayList<>();
    private final Clock clock;
    private final Duration silence;
    private final Consumer<String> onChange;

    WatchedKinds(
            KubernetesClient client,
            Clock clock,
            KubernetesProperties properties,
            Consumer<String> onChange,
            Consumer<String> onEvent) {
        this.clock = clock;
        this.silence = properties.silence();
        TeamLabels teams = new TeamLabels(properties.teamLabels());
        this.onChange = onChange;
        var apps = client.apps();
        pods = watch("pods", () -> client.pods().inAnyNamespace(), PodReduction::reduce, Pod::new);
        nodes = watch("nodes", client::nodes, NodeReduction::reduce, Node::new);
        replicaSets = watch(
                "replicasets.apps",
                () -> apps.replicaSets().inAnyNamespace(),
                RevisionReductions::replicaSet,
                ReplicaSet::new);
        workloads = List.of(
                watch(
                        "deployments.apps",
                        () -> apps.deployments().inAnyNamespace(),
                        owned(teams, WorkloadReductions::deployment),
                        Deployment::new),
                watch(
                        "statefulsets.apps",
                        () -> apps.statefulSets().inAnyNamespace(),
                        owned(teams, WorkloadReductions::statefulSet),
                        StatefulSet::new),
                watch(
                        "daemonsets.apps",
                        () -> apps.daemonSets().inAnyNamespace(),
                        owned(teams, WorkloadReductions::daemonSet),
                        DaemonSet::new),
                watchOptional(
                        "strimzipodsets.core.strimzi.io",
                        () -> client.resources(StrimziPodSet.class).inAnyNamespace(),
                        owned(teams, WorkloadReductions::podSet),
                        StrimziPodSet::new));
        jobs = watch(
                "jobs.batch",
                () -> client.batch().v1().jobs().inAnyNamespace(),
                job -> BatchReductions.job(job).of(teams.of(job)),
                Job::new);
        cronJobs = watch(
                "cronjobs.batch",
                () -> client.batch().v1().cronjobs().inAnyNamespace(),
                owned(teams, BatchReductions::cronJob),
                CronJob::new);
        autoscalers = watch(
                "horizontalpodautoscalers.autoscaling",
                () -> client.autoscaling().v2().horizontalPodAutoscalers().inAnyNamespace(),
                AutoscalerReduction::reduce,
                HorizontalPodAutoscaler::new);
        controllerRevisions = watch(
                "controllerrevisions.apps",
                () -> apps.controllerRevisions().inAnyNamespace(),
                RevisionReductions::controllerRevision,
                ControllerRevision::new);
        budgets = watch(
                "poddisruptionbudgets.policy",
                () -> client.policy().v1().podDisruptionBudget().inAnyNamespace(),
                DisruptionBudgetReduction::reduce,
                PodDisruptionBudget::new);
        events = add(
                "events",
                false,
                () -> client.v1().events().inAnyNamespace(),
                new ReducingStore<>(
                        EventReduction::reduce, filled(io.fabric8.kubernetes.api.model.Event::new), onEvent));
        kafkas = watchOptional(
                "kafkas.kafka.strimzi.io",
                () -> client.resources(Kafka.class).inAnyNamespace(),
                KafkaReductions::kafka,
                Kafka::new);
        nodePools = watchOptional(
                "kafkanodepools.kafka.strimzi.io",
                () -> client.resources(KafkaNodePool.class).inAnyNamespace(),
                NodePoolReduction::reduce,
                KafkaNodePool::new);
        scaledObjects = watchOptional(
                "scaledobjects.keda.sh",
                () -> client.genericKubernetesResources(ScaledObjectReduction.KIND)
                        .inAnyNamespace(),
                ScaledObjectReduction::reduce,
                GenericKubernetesResource::new);
        claims = watch(
                "persistentvolumeclaims",
                () -> client.persistentVolumeClaims().inAnyNamespace(),
                StorageReductions::claim,
                PersistentVolumeClaim::new);
        volumes =
                watch("persistentvolumes", client::persistentVolumes, StorageReductions::volume, PersistentVolume::new);
        storageClasses = watch(
                "storageclasses.storage.k8s.io",
                () -> client.storage().v1().storageClasses(),
                StorageReductions::storageClass,
                StorageClass::new);
        quotas = watch(
                "resourcequotas",
                () -> client.resourceQuotas().inAnyNamespace(),
                NamespaceLimitReductions::quota,
                ResourceQuota::new);
        limitRanges = watch(
                "limitranges",
                () -> client.limitRanges().inAnyNamespace(),
                NamespaceLimitReductions::limitRange,
                io.fabric8.kubernetes.api.model.LimitRange::new);
        networkServices = watch(
                "services", () -> client.services().inAnyNamespace(), NetworkServiceReduction::reduce, Service::new);
        topicResources = watchStrimzi(client, "KafkaTopic", StrimziReductions::topic);
        userResources = watchStrimzi(client, "KafkaUser", StrimziReductions::user);
        rebalanceResources = watchStrimzi(client, "KafkaRebalance", StrimziReductions::rebalance);
        connectResources = watchStrimzi(client, "KafkaConnect", StrimziReductions::connect);
        connectorResources = watchStrimzi(client, "KafkaConnector", StrimziReductions::connector);
    }

    List<KindWatch<?>> watches() {
        return watches;
    }

    private <T extends HasMetadata, F> ReducingStore<T, F> watch(
            String kind, Supplier<Informable<T>> objects, Function<T, F> reduce, Supplier<T> blank) {
        return add(kind, false, objects, new ReducingStore<>(reduce, filled(blank), onChange));
    }

    private <T extends HasMetadata, F> ReducingStore<T, F> watchOptional(
            String kind, Supplier<Informable<T>> objects, Function<T, F> reduce, Supplier<T> blank) {
        return add(kind, true, objects, new ReducingStore<>(reduce, filled(blank), onChange));
    }

    private <F> ReducingStore<GenericKubernetesResource, F> watchStrimzi(
            KubernetesClient client, String kind, Function<GenericKubernetesResource, F> reduce) {
        ResourceDefinitionContext context = StrimziReductions.kind(kind);
        return watchOptional(
                context.getPlural() + "." + context.getGroup(),
                () -> client.genericKubernetesResources(context).inAnyNamespace(),
                reduce,
                GenericKubernetesResource::new);
    }

    private <T extends HasMetadata, F> ReducingStore<T, F> add(
            String kind, boolean optional, Supplier<Informable<T>> objects, ReducingStore<T, F> store) {
        watches.add(new KindWatch<>(kind, optional, objects, store, clock, silence));
        return store;
    }

    private static <T extends HasMetadata> Function<T, WorkloadFacts> owned(
            TeamLabels teams, Function<T, WorkloadFacts> reduce) {
        return object -> reduce.apply(object).of(teams.of(object));
    }

    private static <T extends HasMetadata> Function<ObjectMeta, T> filled(Supplier<T> blank) {
        return meta -> {
            T object = blank.get();
            object.setMetadata(meta);
            return object;
        };
    }
}
