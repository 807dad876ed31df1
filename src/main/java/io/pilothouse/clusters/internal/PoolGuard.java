package io.pilothouse.clusters.internal;

import io.pilothouse.access.Look;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.Situation;
import io.pilothouse.clusters.ScalePool;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands for and against another number of nodes of a pool. */
@Component
class PoolGuard implements Guard {

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (!(change instanceof ScalePool scale)) {
            return List.of();
        }
        if (!(situation.fleet().cluster(scale.cluster()) instanceof Look.Seen<KafkaCluster>(KafkaCluster cluster))) {
            return List.of(Check.unknown("Nobody can tell how the cluster is", "you may not see it, or it is gone"));
        }
        return cluster.pool(scale.pool())
                .map(pool -> checks(cluster, pool, scale.nodes()))
                .orElseGet(() ->
                        List.of(Check.unknown("Nobody can tell how the pool is", "the operator has not taken it up")));
    }

    private static List<Check> checks(KafkaCluster cluster, NodePool pool, int wanted) {
        int present = pool.nodeIds().size();
        return wanted >= present
                ? PoolRules.scaledUp(cluster, pool, wanted)
                : PoolRules.scaledDown(cluster, pool, wanted);
    }
}
