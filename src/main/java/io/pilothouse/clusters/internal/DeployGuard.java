package io.pilothouse.clusters.internal;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Quantity;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.NodeRoom;
import io.pilothouse.change.Situation;
import io.pilothouse.clusters.DeployKafka;
import io.pilothouse.clusters.KafkaDesign;
import io.pilothouse.clusters.KafkaDesign.Authentication;
import io.pilothouse.clusters.KafkaDesign.Pool;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Resources;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.Volume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands for and against a new Kafka cluster. */
@Component
class DeployGuard implements Guard {

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (!(change instanceof DeployKafka deploy)) {
            return List.of();
        }
        KafkaDesign design = deploy.design();
        List<Check> checks = new ArrayList<>();
        checks.add(operator(situation.fleet()));
        design.pools().forEach(pool -> room(pool, situation.fleet()).ifPresent(checks::add));
        checks.add(zones(design, situation.fleet()));
        storage(design, situation.fleet()).forEach(checks::add);
        advice(design).forEach(checks::add);
        return checks;
    }

    /** An operator can be known only by what it has done: nothing says which namespaces it watches. */
    private static Check operator(VisibleFleet fleet) {
        List<String> kept = fleet.clusters().stream()
                .filter(cluster ->
                        cluster.strimzi().filter(StrimziState::reconciled).isPresent())
                .map(cluster -> cluster.id().toString())
                .toList();
        return kept.isEmpty()
                ? Check.unknown(
                        "Whether Strimzi's operator is there is not known: it looks after no cluster that you may see",
                        "without it nothing comes of this")
                : Check.pass("Strimzi's operator is there", "it looks after " + String.join(", ", kept));
    }

    private static Optional<Check> room(Pool pool, VisibleFleet fleet) {
        Resources each = new Resources(
                Quantity.of(pool.cpu().strip())
                        .map(cores -> cores.movePointRight(3).longValue())
                        .orElse(0L),
                Quantity.of(pool.memory().strip()).map(BigDecimal::longValue).orElse(0L));
        return NodeRoom.check(pool.nodes(), Optional.of(each), fleet)
                .map(check -> new Check(
                        check.verdict(),
                        "Pool " + pool.name() + ": " + check.finding(),
                        check.evidence(),
                        check.link()));
    }

    private static Check zones(KafkaDesign design, VisibleFleet fleet) {
        if (!fleet.seesNodes()) {
            return Check.unknown("In how many zones there are nodes is not for you to see", "no right: list nodes");
        }
        long zones =
                fleet.nodes().flatMap(node -> node.zone().stream()).distinct().count();
        long nodes =
                fleet.nodes().filter(node -> !node.cordoned()).map(Node::name).count();
        Optional<Pool> crowded = design.pools().stream()
                .filter(pool -> pool.apart() && pool.nodes() > nodes)
                .findFirst();
        if (crowded.isPresent()) {
            return Check.warn(
                    "Pool " + crowded.orElseThrow().name()
                            + " wants a Kubernetes node of its own for each pod, and there are not as many",
                    nodes + " take pods");
        }
        return zones >= design.replicationFactor()
                ? Check.pass("Each replica of a partition can lie in a zone of its own", zones + " zones")
                : Check.warn(
                        "Replicas of a partition have to share zones",
                        zones + " zones, " + design.replicationFactor() + " replicas");
    }

    private static Stream<Check> storage(KafkaDesign design, VisibleFleet fleet) {
        return design.pools().stream()
                .filter(pool -> pool.storage().persistent())
                .flatMap(pool -> pool.storage().storageClass().stream())
                .distinct()
                .map(name -> storageClass(name, fleet));
    }

    private static Check storageClass(String name, VisibleFleet fleet) {
        Optional<Volume> example = fleet.clusters().stream()
                .map(KafkaCluster::brokers)
                .flatMap(List::stream)
                .flatMap(broker -> broker.volumes().stream())
                .filter(volume -> volume.storageClass().filter(name::equals).isPresent())
                .findFirst();
        if (example.isEmpty()) {
            return Check.unknown(
                    "Whether there is a storage class " + name + " is not known", "no broker that you may see uses it");
        }
        return example.flatMap(Volume::expandable).orElse(false)
                ? Check.pass("Storage class " + name + " is there, and its volumes can grow", "other brokers use it")
                : Check.warn("Volumes of storage class " + name + " cannot grow later", "other brokers use it");
    }

    private static Stream<Check> advice(KafkaDesign design) {
        boolean asks =
                design.listeners().stream().anyMatch(listener -> listener.authentication() != Authentication.NONE);
        return Stream.of(
                        when(
                                design.controllers() % 2 == 0,
                                "An even number of controllers bears no more failures than one fewer",
                                design.controllers() + " controllers"),
                        when(
                                design.replicationFactor() == 1,
                                "With one replica, what a broker holds cannot be read or written while it restarts",
                                "replication factor 1"),
                        when(
                                design.replicationFactor() > 1 && design.minInSync() == design.replicationFactor(),
                                "Writes with acks=all stop whenever one broker is away",
                                "min.insync.replicas is the replication factor"),
                        when(
                                design.pools().stream()
                                        .anyMatch(pool -> !pool.storage().persistent()),
                                "What nodes without a disk hold is gone when their pods are",
                                "ephemeral storage"),
                        when(
                                design.authorization() && !asks,
                                "Rights are asked for, but no listener asks who somebody is: nobody may do anything",
                                "authorization without authentication"),
                        when(
                                asks && !design.userOperator(),
                                "Nobody takes up KafkaUsers: their credentials have to be made by hand",
                                "no user operator"))
                .flatMap(Optional::stream);
    }

    private static Optional<Check> when(boolean holds, String finding, String evidence) {
        return holds ? Optional.of(Check.warn(finding, evidence)) : Optional.empty();
    }
}
