package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.ListTab;
import io.pilothouse.clusters.PlacedTopic;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where replicas lie: a topic a row, brokers as columns, side by side with those of their zone. It looks at all partitions, so only while it is
 * open, and when they have changed.
 */
final class PlacementTab extends Div {

    private static final Absence NONE =
            new Absence("There are no topics", "Nothing is placed yet. Topics appear here by themselves.");

    private final Paragraph answer = new Paragraph();
    private final Paragraph legend = new Paragraph(
            "● leads, ○ follows in sync, ✕ out of sync: how many of the topic's partitions each broker holds so.");
    private List<PlacementColumn> columns = List.of();
    private ListTab<PlacedTopic> list = new ListTab<>(PlacementList.of(columns), NONE);
    private @Nullable Observed<List<Topic>> placed;
    private @Nullable Location location;

    PlacementTab() {
        addClassName("ph-tab");
        answer.addClassName("ph-tab-answer");
        legend.addClassNames("ph-tab-answer", "ph-dim");
        add(answer, legend, list);
    }

    /** Shows what this address asks for. */
    void at(Location asked) {
        location = asked;
        list.at(asked);
    }

    void show(KafkaCluster cluster) {
        if (!isAttached()) {
            return;
        }
        answer.setText(PlacementWords.answer(cluster));
        boolean sameColumns = follow(PlacementColumn.of(cluster.brokers()));
        if (sameColumns && cluster.topics() == placed) {
            return;
        }
        placed = cluster.topics();
        list.show(
                cluster.topics().known().orElse(List.of()).stream()
                        .map(PlacedTopic::of)
                        .toList(),
                cluster.topics().problem());
    }

    /** A list has its columns for good, so another set of brokers gets another list. */
    private boolean follow(List<PlacementColumn> newest) {
        if (newest.equals(columns)) {
            return true;
        }
        columns = newest;
        remove(list);
        list = new ListTab<>(PlacementList.of(columns), NONE);
        add(list);
        if (location != null) {
            list.at(location);
        }
        return false;
    }
}
