package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Container;
import io.pilothouse.fleet.Coordination;
import io.pilothouse.fleet.Limits;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Resources;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.StrimziResources;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.TopicSettings;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import io.pilothouse.fleet.spi.KafkaResourceFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.NodeFacts;
import io.pilothouse.fleet.spi.NodePoolFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.StorageFacts;
import io.pilothouse.fleet.spi.TopicFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Facts as they would come from a small healthy system, for tests to change one thing of. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant LONG_AGO = NOW.minusSeconds(7200);
    static final ClusterId MAIN = new ClusterId("kafka", "main");

    private Samples() {}

    /** A pod under construction: ready for two hours unless told otherwise. */
    static final class PodSample {
        private String namespace = "shop";
        private String name = "orders-7d9f-abcde";
        private Optional<String> owner = Optional.of("uid-orders");
        private Map<String, String> labels = Map.of();
        private String phase = "Running";
        private String reason = "";
        private Optional<Instant> deleting = Optional.empty();
        private boolean ready = true;
        private Instant changed = LONG_AGO;
        private Optional<String> unschedulable = Optional.empty();
        private Optional<Container.Waiting> waiting = Optional.empty();
        private Optional<Termination> exit = Optional.empty();
        private int restarts;
        private List<Container> initContainers = List.of();
        private List<PodFacts.Mount> mounts = List.of();

        PodSample named(String podNamespace, String podName) {
            namespace = podNamespace;
            name = podName;
            return this;
        }

        PodSample owner(String uid) {
            owner = Optional.of(uid);
            return this;
        }

        PodSample labels(Map<String, String> values) {
            labels = values;
            return this;
        }

        PodSample phase(String value, String why) {
            phase = value;
            reason = why;
            return this;
        }

        PodSample deleting() {
            deleting = Optional.of(NOW.minusSeconds(5));
            return this;
        }

        PodSample notReadySince(Instant instant) {
            ready = false;
            changed = instant;
            return this;
        }

        PodSample unschedulable(String words) {
            phase = "Pending";
            unschedulable = Optional.of(words);
            return notReadySince(LONG_AGO);
        }

        PodSample waiting(String why, String message) {
            waiting = Optional.of(new Container.Waiting(why, message));
            return notReadySince(NOW.minusSeconds(20));
        }

        PodSample exited(int code, String why, String message) {
            exit = Optional.of(new Termination(code, why, message, NOW.minusSeconds(30)));
            return this;
        }

        /** Not started yet, for its init containers are not all done. */
        PodSample initialising(Container... containers) {
            phase = "Pending";
            initContainers = List.of(containers);
            waiting = Optional.of(new Container.Waiting("PodInitializing", ""));
            return notReadySince(NOW.minusSeconds(20));
        }

        PodSample mounting(String volume, String claim) {
            mounts = List.of(new PodFacts.Mount(volume, claim));
            return this;
        }

        /** Ready from its beginning. */
        PodSample created(Instant moment) {
            changed = moment;
            return this;
        }

        PodSample restarts(int count) {
            restarts = count;
            return this;
        }

        PodFacts facts() {
            return new PodFacts(
                    namespace,
                    name,
                    "uid-" + name,
                    owner,
                    labels,
                    Optional.of("7d9f"),
                    phase,
                    reason,
                    deleting,
                    ready,
                    Optional.of(changed),
                    unschedulable,
                    List.of(new Container("main", "registry/app:1", ready, restarts, waiting, exit)),
                    initContainers,
                    new Resources(250, 128 << 20),
                    Limits.NONE,
                    new Restarts(restarts, true),
                    Optional.of("node-a1"),
                    Optional.of("127.1.0.9"),
                    changed,
                    mounts,
                    false);
        }
    }

    static PodSample pod() {
        return new PodSample();
    }

    static WorkloadFacts deployment(ReplicaCounts replicas) {
        return deployment(replicas, false, Optional.empty(), Optional.empty());
    }

    static WorkloadFacts deployment(
            ReplicaCounts replicas, boolean paused, Optional<String> stalled, Optional<String> replicaFailure) {
        return new WorkloadFacts(
                new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders"),
                "uid-orders",
                replicas,
                List.of("registry/orders:3.0.4"),
                Map.of("app.kubernetes.io/part-of", "checkout"),
                Map.of("app.kubernetes.io/name", "orders"),
                LONG_AGO,
                paused,
                stalled,
                replicaFailure,
                Optional.empty(),
                Optional.of("checkout"),
                1,
                List.of(),
                false);
    }

    static final Node.Condition READY_CONDITION = new Node.Condition(
            "Ready", "True", "KubeletReady", "kubelet is posting ready status", Optional.of(LONG_AGO));

    /** A node in zone a with four cores. */
    static NodeFacts node(String name, Node.Condition... conditions) {
        return new NodeFacts(
                name,
                Optional.of("a"),
                false,
                List.of(),
                List.of(conditions),
                new Resources(4000, 8L << 30),
                110,
                new Node.Software("v1.36.3", "Debian GNU/Linux 12", "amd64", "containerd://2.1"),
                LONG_AGO);
    }

    static NamespaceFacts namespace(String name, List<WorkloadFacts> workloads, List<PodFacts> pods) {
        return new NamespaceFacts(
                name,
                workloads,
                pods,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                StrimziResources.NONE,
                List.of());
    }

    /** A namespace with nothing but these resources. */
    static NamespaceFacts namespace(String name, StrimziResources operated) {
        NamespaceFacts empty = namespace(name, List.of(), List.of());
        return new NamespaceFacts(
                name,
                empty.workloads(),
                empty.pods(),
                empty.autoscalers(),
                empty.kafkas(),
                empty.nodePools(),
                empty.revisions(),
                empty.budgets(),
                empty.events(),
                empty.scaledObjects(),
                empty.claims(),
                empty.quotas(),
                empty.limitRanges(),
                operated,
                empty.networkServices());
    }

    static Observed<KubernetesState> kubernetes(NamespaceFacts... namespaces) {
        Map<String, NodeFacts> nodes = Map.of("node-a1", node("node-a1", READY_CONDITION));
        return new Observed.Fresh<>(
                new KubernetesState(
                        Arrays.stream(namespaces)
                                .collect(Collectors.toMap(NamespaceFacts::name, namespace -> namespace)),
                        nodes,
                        StorageFacts.NONE,
                        List.of()),
                NOW);
    }

    /** Namespace kafka with cluster main, pool brokers and the given broker pods. */
    static NamespaceFacts kafkaNamespace(StrimziState state, PodFacts... pods) {
        return new NamespaceFacts(
                "kafka",
                List.of(),
                List.of(pods),
                List.of(),
                List.of(new KafkaResourceFacts(MAIN, Optional.of("4.4.0"), state, Optional.of("127.1.0.10:9092"))),
                List.of(new NodePoolFacts(
                        MAIN,
                        new NodePool(
                                "brokers",
                                Set.of(Broker.Role.BROKER, Broker.Role.CONTROLLER),
                                3,
                                3,
                                List.of(0, 1, 2),
                                List.of(),
                                NodePool.PodResources.NONE,
                                1,
                                true,
                                ""))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                StrimziResources.NONE,
                List.of());
    }

    static PodSample brokerPod(int id) {
        return pod().named("kafka", "main-brokers-" + id)
                .owner("uid-brokers")
                .labels(Map.of(
                        "strimzi.io/cluster", "main", "strimzi.io/kind", "Kafka", "strimzi.io/pool-name", "brokers"));
    }

    static final StrimziState READY = new StrimziState(true, false, Optional.empty(), "");

    /** Three brokers that lead one partition each of a topic with three replicas; ids of those down are fenced and out of sync. */
    static KafkaClusterFacts cluster(Integer... down) {
        Set<Integer> gone = Set.of(down);
        List<KafkaNodeFacts> nodes = IntStream.range(0, 3)
                .mapToObj(id -> new KafkaNodeFacts(
                        id,
                        "127.1.0.1" + id,
                        9092,
                        Optional.of("zone-" + id),
                        gone.contains(id),
                        gone.contains(id)
                                ? new Observed.Missing<Instant>(failure(Failure.Kind.UNREACHABLE))
                                : new Observed.Fresh<>(NOW, NOW)))
                .toList();
        List<Integer> inSync =
                IntStream.range(0, 3).filter(id -> !gone.contains(id)).boxed().toList();
        List<TopicFacts.PartitionFacts> partitions = IntStream.range(0, 3)
                .mapToObj(number -> new TopicFacts.PartitionFacts(
                        number,
                        inSync.isEmpty() ? OptionalInt.empty() : OptionalInt.of(inSync.get(number % inSync.size())),
                        List.of(0, 1, 2),
                        inSync))
                .toList();
        return new KafkaClusterFacts(
                "uuid",
                nodes,
                new Observed.Fresh<>(List.of(new TopicFacts("orders", false, minimumInSync(2), partitions)), NOW),
                Map.of(),
                coordination());
    }

    /** Three voters, 0 leads; nothing moves. */
    static Coordination coordination() {
        List<Quorum.Replica> voters = IntStream.range(0, 3)
                .mapToObj(id -> new Quorum.Replica(id, true, Optional.of(900L), Optional.of(NOW)))
                .toList();
        return new Coordination(
                new Observed.Fresh<>(new Quorum(0, 4, voters), NOW),
                new Observed.Fresh<>(List.of(), NOW),
                new Observed.Fresh<>(List.of(), NOW),
                Map.of());
    }

    static TopicSettings minimumInSync(int replicas) {
        return new TopicSettings(List.of(new TopicSettings.Setting(
                "min.insync.replicas", String.valueOf(replicas), TopicSettings.Origin.TOPIC)));
    }

    static Failure failure(Failure.Kind kind) {
        return new Failure(kind, "Kafka cluster kafka/main gives no answer", "…", "…", "", NOW.minusSeconds(60));
    }

    static Facts facts(Observed<KubernetesState> kubernetes, Observed<KafkaClusterFacts> kafka) {
        return new Facts(
                kubernetes,
                Map.of(MAIN, kafka),
                Map.of(),
                Map.of(MAIN, new KafkaConnection(MAIN, "127.1.0.10:9092")),
                new Observed.Missing<>(failure(Failure.Kind.PREPARING)));
    }
}
