package io.pilothouse.nodes;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ClusterId;
import io.pilothouse.clusters.Loss;
import io.pilothouse.clusters.Place;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What would be lost at once if a node went away, before anything is started elsewhere: of services and Kafka clusters that the person may
 * see. A DaemonSet loses nothing that it should have kept.
 *
 * @param services services with a ready pod on the node, those that would have none left first
 * @param clusters Kafka clusters with a broker that is up on the node
 * @param obstacles services for which a drain of the node would wait
 */
public record NodeLoss(List<ServiceLoss> services, List<ClusterLoss> clusters, List<DrainObstacle> obstacles) {

    /**
     * A service.
     *
     * @param lost its ready pods on the node
     * @param left its ready pods elsewhere
     */
    public record ServiceLoss(WorkloadId service, int lost, int left) {

        /** Whether nothing of it would be ready. */
        public boolean stops() {
            return left == 0;
        }
    }

    /**
     * A Kafka cluster.
     *
     * @param lost ids of its brokers on the node that are up
     * @param left how many of its brokers are up elsewhere
     * @param partitions what its partitions would suffer; empty while its topics are not known
     */
    public record ClusterLoss(ClusterId cluster, List<Integer> lost, int left, Optional<Loss> partitions) {}

    public static NodeLoss of(String node, VisibleFleet fleet) {
        List<ServiceLoss> services = fleet.workloads()
                .filter(workload -> workload.id().kind() != WorkloadKind.DAEMON_SET)
                .filter(workload -> fleet.seesPods(workload.id().namespace()))
                .flatMap(workload -> loss(node, workload))
                .sorted(Comparator.comparing(ServiceLoss::left)
                        .thenComparing(loss -> loss.service().toString()))
                .toList();
        return new NodeLoss(
                services,
                fleet.clusters().stream()
                        .flatMap(cluster -> loss(node, cluster))
                        .toList(),
                fleet.workloads()
                        .filter(workload -> workload.id().kind() != WorkloadKind.DAEMON_SET)
                        .filter(workload -> seesEvictions(fleet, workload))
                        .filter(workload -> workload.pods().stream().anyMatch(pod -> isOn(node, pod)))
                        .flatMap(NodeLoss::obstacle)
                        .toList());
    }

    private static boolean seesEvictions(VisibleFleet fleet, Workload workload) {
        String namespace = workload.id().namespace();
        return fleet.seesPods(namespace) && fleet.sight().sees(ReadableKind.DISRUPTION_BUDGETS, namespace);
    }

    private static Stream<DrainObstacle> obstacle(Workload workload) {
        boolean undecided = workload.budgets().size() > 1;
        return workload.budgets().stream()
                .filter(budget -> undecided || budget.allowed() == 0)
                .limit(1)
                .map(budget -> new DrainObstacle(workload.id(), budget.name(), undecided || budget.letsNoneGo()));
    }

    /** Services that would have no ready pod. */
    public List<ServiceLoss> stopped() {
        return services.stream().filter(ServiceLoss::stops).toList();
    }

    private static Stream<ServiceLoss> loss(String node, Workload workload) {
        List<Pod> ready = workload.pods().stream()
                .filter(pod -> pod.ready() && !pod.phase().equals("Terminating"))
                .toList();
        int lost = (int) ready.stream().filter(pod -> isOn(node, pod)).count();
        return lost == 0 ? Stream.empty() : Stream.of(new ServiceLoss(workload.id(), lost, ready.size() - lost));
    }

    private static Stream<ClusterLoss> loss(String node, KafkaCluster cluster) {
        List<Integer> lost = cluster.brokers().stream()
                .filter(Broker::up)
                .filter(broker -> broker.pod().filter(pod -> isOn(node, pod)).isPresent())
                .map(Broker::id)
                .toList();
        return lost.isEmpty()
                ? Stream.empty()
                : Stream.of(new ClusterLoss(
                        cluster.id(), lost, cluster.brokersUp() - lost.size(), partitions(node, cluster)));
    }

    private static Optional<Loss> partitions(String node, KafkaCluster cluster) {
        return cluster.topics()
                .known()
                .map(topics -> Loss.byPlace(
                        topics, id -> cluster.broker(id).flatMap(Place.NODE::of).filter(node::equals)))
                .map(losses -> Optional.ofNullable(losses.get(node)).orElse(Loss.NONE));
    }

    private static boolean isOn(String node, Pod pod) {
        return pod.node().filter(node::equals).isPresent();
    }
}
