package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.ListTab;
import io.pilothouse.clusters.Place;
import io.pilothouse.clusters.WhatIf;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What would be lost with each broker, node and zone. It looks at all partitions, so only while it is open, and when they have changed. */
final class WhatIfTab extends Div {

    private final ListTab<WhatIf> list;
    private @Nullable Observed<List<Topic>> topics;
    private List<Broker> brokers = List.of();

    WhatIfTab(Supplier<ClusterId> cluster) {
        list = new ListTab<>(
                WhatIfList.definition(cluster),
                new Absence(
                        "There is nothing to lose",
                        "No broker of the cluster is known. They appear here by themselves."));
        addClassName("ph-tab");
        add(list);
    }

    /** Shows what this address asks for. */
    void at(Location location) {
        list.at(location);
    }

    /**
     * @param seesNodes whether the person may see nodes, and so what is on them
     */
    void show(KafkaCluster cluster, boolean seesNodes) {
        if (!isAttached() || (cluster.topics() == topics && cluster.brokers().equals(brokers))) {
            return;
        }
        topics = cluster.topics();
        brokers = cluster.brokers();
        EnumSet<Place> places = seesNodes ? EnumSet.allOf(Place.class) : EnumSet.of(Place.BROKER);
        list.show(WhatIf.of(cluster, places), cluster.topics().problem());
    }
}
