package io.pilothouse.services.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.LiveGrid;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The pods of a service. */
class PodsGrid extends Div {

    private static final Comparator<Pod> WORST_FIRST = Comparator.comparing(
                    (Pod pod) -> pod.health().state(), HealthState.WORST_FIRST)
            .thenComparing(Pod::name);

    private final LiveGrid<Pod> grid = new LiveGrid<>(
            () -> pods().stream(),
            Pod::uid,
            pod -> List.of(pod.health(), pod.phase(), pod.totalRestarts()),
            WORST_FIRST);
    private final Div instead = new Div();
    private List<Pod> pods = List.of();
    private boolean seesNodes;

    PodsGrid() {
        addColumns();
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", "Pods");
        add(instead, grid);
    }

    void show(Workload service, VisibleFleet fleet) {
        boolean allowed = fleet.seesPods(service.id().namespace());
        seesNodes = fleet.seesNodes();
        pods = allowed ? service.pods() : List.of();
        instead.removeAll();
        if (!allowed) {
            instead.add(new NotAllowed(ReadableKind.PODS.list(service.id().namespace())));
        } else if (pods.isEmpty()) {
            instead.add(new EmptyState("It has no pods", service.health().reason()));
        }
        grid.setVisible(!pods.isEmpty());
        grid.update();
    }

    private List<Pod> pods() {
        return pods;
    }

    private void addColumns() {
        var name = grid.addColumn(
                        LitRenderer.<Pod>of("<span class=\"ph-mono\" title=\"${item.name}\">${item.name}</span>")
                                .withProperty("name", Pod::name))
                .setHeader("Pod")
                .setFlexGrow(3)
                .setWidth("200px");
        grid.sortable(name, "name", Comparator.comparing(Pod::name));
        var state = grid.addColumn(LitRenderer.<Pod>of(StateBadge.TEMPLATE)
                        .withProperty(
                                "state", pod -> StateBadge.slug(pod.health().state()))
                        .withProperty("stateWord", pod -> pod.health().state().word()))
                .setHeader("State")
                .setFlexGrow(0)
                .setWidth("132px");
        grid.sortable(state, "state", WORST_FIRST);
        grid.addColumn(LitRenderer.<Pod>of("<span title=\"${item.why}\">${item.phase}</span>")
                        .withProperty("phase", Pod::phase)
                        .withProperty("why", pod -> pod.health().reason()))
                .setHeader("Phase")
                .setFlexGrow(1)
                .setWidth("130px");
        grid.addColumn(pod -> pod.readyContainers() + " / " + pod.containers().size())
                .setHeader("Ready")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("84px");
        var restarts = grid.addColumn(Pod::totalRestarts)
                .setHeader("Restarts")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("98px");
        grid.sortable(restarts, "restarts", Comparator.comparing(Pod::totalRestarts));
        addPlaces();
    }

    private void addPlaces() {
        grid.addColumn(LitRenderer.<Pod>of(
                                "<span title=\"${item.message}\">${item.exit} </span>"
                                        + "<relative-time class=\"ph-dim\" ?hidden=\"${!item.finished}\" at=\"${item.finished}\" suffix=\" ago\"></relative-time>")
                        .withProperty(
                                "exit",
                                pod -> pod.lastExit().map(ServiceWords::exit).orElse(Formats.ABSENT))
                        .withProperty(
                                "message",
                                pod -> pod.lastExit()
                                        .map(exit -> exit.message())
                                        .orElse("It never ended."))
                        .withProperty(
                                "finished",
                                pod -> pod.lastExit()
                                        .map(exit -> exit.finished())
                                        .map(Instant::toString)
                                        .orElse("")))
                .setHeader("Last exit")
                .setFlexGrow(1)
                .setWidth("170px");
        grid.addColumn(pod -> pod.node().orElse(Formats.ABSENT))
                .setHeader("Node")
                .setFlexGrow(1)
                .setWidth("100px");
        grid.addColumn(LitRenderer.<Pod>of("<span title=\"${item.reason}\">${item.zone}</span>")
                        .withProperty("zone", pod -> seesNodes ? pod.zone().orElse(Formats.ABSENT) : Formats.ABSENT)
                        .withProperty("reason", _ -> seesNodes ? "" : "You lack the right to list nodes."))
                .setHeader("Zone")
                .setFlexGrow(0)
                .setWidth("70px");
        grid.addColumn(LitRenderer.<Pod>of("<span class=\"ph-mono\">${item.address}</span>")
                        .withProperty("address", pod -> pod.address().orElse(Formats.ABSENT)))
                .setHeader("IP")
                .setFlexGrow(0)
                .setWidth("120px");
        var age = grid.addColumn(LitRenderer.<Pod>of("<relative-time at=\"${item.created}\"></relative-time>")
                        .withProperty("created", pod -> pod.created().toString()))
                .setHeader("Age")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("96px");
        grid.sortable(age, "age", Comparator.comparing(Pod::created).reversed());
    }
}
