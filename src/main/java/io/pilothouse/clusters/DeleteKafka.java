package io.pilothouse.clusters;

import io.pilothouse.access.Right;
import io.pilothouse.base.ClusterId;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a Kafka cluster away: its {@code Kafka}, and its {@code KafkaNodePool}s, which nothing else deletes. What becomes of its data is up to its
 * volumes' claims.
 *
 * @param pools names of its node pools
 */
public record DeleteKafka(ClusterId cluster, List<String> pools) implements Change {

    public DeleteKafka {
        pools = List.copyOf(pools);
    }

    @Override
    public Target target() {
        return Target.kafka(cluster);
    }

    @Override
    public String title() {
        return "Delete Kafka cluster " + cluster.name();
    }

    @Override
    public Set<Right> rights() {
        Set<Right> rights = new HashSet<>();
        rights.add(target().right("delete"));
        pools.forEach(pool -> rights.add(Target.nodePool(cluster, pool).right("delete")));
        return rights;
    }

    @Override
    public List<Target> reads() {
        return pools.stream().map(pool -> Target.nodePool(cluster, pool)).toList();
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (material.object().isEmpty()) {
            throw new Unfit("Kafka " + cluster.name() + " is gone already");
        }
        List<Write.Single> writes = new ArrayList<>();
        reads().stream().filter(material.others()::containsKey).forEach(pool -> writes.add(new Write.Delete(pool)));
        writes.add(new Write.Delete(target()));
        return new Write.Several(writes);
    }

    @Override
    public String command() {
        String kafka = "kubectl delete " + target().inCommand();
        return pools.isEmpty()
                ? kafka
                : kafka + " && kubectl delete -n " + cluster.namespace() + " kafkanodepools.kafka.strimzi.io "
                        + String.join(" ", pools);
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return aftermath
                .fleet()
                .cluster(cluster)
                .<Progress>map(left -> new Progress.Underway(
                        left.brokers().size() + " brokers are left",
                        0,
                        1,
                        Optional.of("its pods, which end one after another"),
                        false))
                .orElseGet(() -> new Progress.Settled("The cluster is gone"));
    }
}
