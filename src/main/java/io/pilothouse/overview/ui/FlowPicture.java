package io.pilothouse.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import io.pilothouse.base.Health;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.overview.FlowGraph;
import io.pilothouse.services.ui.ServicesNavigation;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Services and topics as nodes that lead to their pages, and what flows between them as edges. It keeps only the last picture that it sent,
 * and that no longer than its element stays in the browser.
 */
@Tag("flow-graph")
@NpmPackage(value = "@dagrejs/dagre", version = "3.1.3")
@JsModule("./flow-graph.ts")
final class FlowPicture extends Component {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double WIDEST = 7;

    private Optional<ObjectNode> sent = Optional.empty();

    FlowPicture() {
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Which service writes to which topic, and which reads it");
    }

    /** Shows this graph in place of the one before. */
    void show(FlowGraph graph) {
        ObjectNode picture = picture(graph);
        if (sent.filter(picture::equals).isEmpty()) {
            sent = Optional.of(picture);
            getElement().callJsFunction("show", picture);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        sent = Optional.empty();
        super.onDetach(event);
    }

    private static ObjectNode picture(FlowGraph graph) {
        ObjectNode picture = JSON.objectNode();
        ArrayNode nodes = picture.putArray("nodes");
        boolean oneNamespace = graph.services().keySet().stream()
                        .map(WorkloadId::namespace)
                        .distinct()
                        .count()
                == 1;
        boolean oneCluster = graph.topics().keySet().stream()
                        .map(TopicId::cluster)
                        .distinct()
                        .count()
                == 1;
        graph.services().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(WorkloadId::toString)))
                .forEach(service -> node(
                        nodes,
                        key(service.getKey()),
                        "service",
                        service.getKey().name(),
                        oneNamespace ? "" : service.getKey().namespace(),
                        ServicesNavigation.details(service.getKey()),
                        service.getValue()));
        graph.topics().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(topic -> node(
                        nodes,
                        key(topic.getKey()),
                        "topic",
                        topic.getKey().name(),
                        oneCluster ? "" : topic.getKey().cluster().toString(),
                        FleetNavigation.topic(topic.getKey()),
                        topic.getValue()));
        ArrayNode edges = picture.putArray("edges");
        graph.flows().stream()
                .filter(flow -> graph.services().containsKey(flow.service()))
                .forEach(flow -> edge(edges, flow));
        return picture;
    }

    private static void node(
            ArrayNode nodes, String key, String kind, String name, String place, String path, Health health) {
        nodes.addObject()
                .put("id", key)
                .put("kind", kind)
                .put("name", name)
                .put("place", place)
                .put("path", path)
                .put("state", StateBadge.slug(health.state()))
                .put("word", health.state().word())
                .put("reason", health.reason());
    }

    private static void edge(ArrayNode edges, Flow flow) {
        boolean writes = flow.direction() == Flow.Direction.WRITES;
        String service = key(flow.service());
        String topic = key(flow.topic());
        ObjectNode edge = edges.addObject()
                .put("from", writes ? service : topic)
                .put("to", writes ? topic : service)
                .put(
                        "words",
                        flow.service().name()
                                + (writes ? " writes to " : " reads ")
                                + flow.topic().name());
        flow.rate().ifPresent(rate -> edge.put("width", width(rate)).put("rate", Formats.perSecond(rate)));
    }

    /** Thicker by a step for each tripling, in halves of a pixel, so that not each change of a rate is a change of the picture. */
    private static double width(double rate) {
        double pixels = 1 + Math.log(1 + rate) / Math.log(3);
        return Math.min(WIDEST, Math.round(pixels * 2) / 2.0);
    }

    private static String key(WorkloadId service) {
        return "s:" + service;
    }

    private static String key(TopicId topic) {
        return "t:" + topic;
    }
}
