package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import java.util.List;

/** The node pools of a cluster: what each asks for, and what the operator keeps. */
final class PoolsTab extends Div {

    private final LiveList<NodePool> list = new LiveList<>(PoolList.DEFINITION, this::answer, this::whyEmpty);
    private List<NodePool> pools = List.of();
    private ClusterId cluster = new ClusterId("", "");

    PoolsTab(ClusterActions actions) {
        addClassName("ph-tab");
        list.menu(NodePool::name, pool -> actions.of(cluster, pool));
        add(list);
    }

    void at(Location location) {
        list.at(location);
    }

    void show(KafkaCluster shown) {
        cluster = shown.id();
        pools = shown.pools();
        list.follow();
    }

    private Arrangement<NodePool> answer(ListQuery query) {
        return PoolList.DEFINITION.arrange(pools.stream(), query);
    }

    private Absence whyEmpty(ListQuery query, Arrangement<NodePool> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), PoolList.DEFINITION.noun())
                : new Absence(
                        "It has no node pools",
                        "Strimzi's operator keeps brokers in pools. No KafkaNodePool bears this cluster's label.");
    }
}
