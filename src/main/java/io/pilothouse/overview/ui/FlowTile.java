package io.pilothouse.overview.ui;

import com.vaadin.flow.component.html.Div;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.overview.FlowGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The graph, what it leaves out, and what is not known. */
final class FlowTile extends Tile {

    private static final int NAMED = 3;

    private final FlowPicture picture = new FlowPicture();
    private final Div remarks = new Div();
    private final Div content = new Div();
    private String shown = "";

    FlowTile() {
        super("How records flow");
        remarks.addClassNames("ph-dim", "ph-remark");
        add(content);
    }

    /** Brings it up to date. @param namespace that of the services, if only one is asked for */
    void show(VisibleFleet fleet, Optional<String> namespace) {
        FlowGraph graph = FlowGraph.of(fleet, namespace);
        boolean empty = graph.flows().isEmpty();
        String words = empty ? whyEmpty(fleet) : String.join(" ", remarks(fleet, graph));
        if (!words.equals(shown)) {
            shown = words;
            content.removeAll();
            if (empty) {
                content.add(new EmptyState("Nothing to draw", words));
            } else {
                remarks.setText(words);
                content.add(picture, remarks);
            }
        }
        if (!empty) {
            picture.show(graph);
        }
    }

    private static String whyEmpty(VisibleFleet fleet) {
        return fleet.groupsProblem()
                .map(failure -> failure.summary() + ".")
                .orElse("No service that you may see reads a topic, or is known to write to one.");
    }

    private static List<String> remarks(VisibleFleet fleet, FlowGraph graph) {
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "A line is as thick as the records a second that it carries; a dashed one carries an unknown number.");
        if (graph.leftOut() > 0) {
            remarks.add("Those " + Formats.counted(graph.topics().size(), "topic")
                    + " that need attention or carry most are shown, " + Formats.count(graph.leftOut()) + " are not.");
        }
        if (!graph.withoutWriters().isEmpty()) {
            remarks.add("Who writes to " + names(graph.withoutWriters()) + " is not known: "
                    + fleet.source(Source.PROMETHEUS)
                            .failure()
                            .map(failure -> failure.summary() + ".")
                            .orElse("Prometheus has no metrics of their producers."));
        }
        return remarks;
    }

    private static String names(List<TopicId> topics) {
        String first = topics.stream().limit(NAMED).map(TopicId::name).collect(Collectors.joining(", "));
        int others = topics.size() - NAMED;
        return others > 0 ? first + " and " + Formats.counted(others, "other topic") : first;
    }
}
