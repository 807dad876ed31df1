package io.pilothouse.nodes.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.nodes.PodOnNode;
import java.util.List;

/** The pods of a node. */
final class NodePodsTab extends Div {

    private final LiveList<PodOnNode> list = new LiveList<>(NodePodList.DEFINITION, this::answer, this::whyEmpty);
    private List<PodOnNode> pods = List.of();
    private boolean whole = true;

    NodePodsTab() {
        addClassName("ph-tab");
        add(list);
    }

    void at(Location location) {
        list.at(location);
    }

    void show(NodeViewModel.Shown shown) {
        pods = shown.pods();
        whole = shown.load().whole();
        list.follow();
    }

    private Arrangement<PodOnNode> answer(ListQuery query) {
        return NodePodList.DEFINITION.arrange(pods.stream(), query);
    }

    private Absence whyEmpty(ListQuery query, Arrangement<PodOnNode> answer) {
        if (answer.total() > 0) {
            return Absence.nothingMatches(answer.total(), NodePodList.DEFINITION.noun());
        }
        return whole
                ? new Absence("It runs no pods", "None was scheduled to it, or all have gone.")
                : new Absence(
                        "It runs no pods that you may see",
                        "You lack the right to list pods in all namespaces; in those where you have it, none is on this node.");
    }
}
