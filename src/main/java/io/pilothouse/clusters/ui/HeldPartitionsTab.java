package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.ListTab;
import io.pilothouse.clusters.HeldPartition;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The partitions that a broker holds. It looks at all of the cluster, so only while it is open, and when they have changed. */
final class HeldPartitionsTab extends Div {

    private final ListTab<HeldPartition> list = new ListTab<>(
            HeldPartitionList.DEFINITION,
            new Absence("It holds no partitions", "No replica is assigned to it. They appear here by themselves."));
    private @Nullable Observed<List<Topic>> topics;
    private int broker = -1;

    HeldPartitionsTab() {
        addClassName("ph-tab");
        add(list);
    }

    /** Shows what this address asks for. */
    void at(Location location) {
        list.at(location);
    }

    void show(KafkaCluster cluster, int id) {
        if (!isAttached() || (cluster.topics() == topics && id == broker)) {
            return;
        }
        topics = cluster.topics();
        broker = id;
        list.show(
                HeldPartition.of(cluster.topics().known().orElse(List.of()), id),
                cluster.topics().problem());
    }
}
