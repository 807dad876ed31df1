package io.pilothouse.services.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.LiveGrid;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table of services. */
class ServicesGrid extends LiveGrid<Workload> {

    private static final Comparator<Workload> BY_NAME = Comparator.comparing(
                    (Workload service) -> service.id().namespace())
            .thenComparing(service -> service.id().name())
            .thenComparing(service -> service.id().kind());

    private static final Comparator<Workload> WORST_FIRST = Comparator.comparing(
                    (Workload service) -> service.health().state(), HealthState.WORST_FIRST)
            .thenComparing(BY_NAME);

    ServicesGrid(Supplier<Stream<Workload>> services) {
        super(
                services,
                Workload::id,
                service -> List.of(service.health(), service.replicas(), service.autoscaling(), service.images()),
                WORST_FIRST);
        addNameAndState();
        addFigures();
        setAriaLabelOfTable();
    }

    private void addNameAndState() {
        var name = addColumn(LitRenderer.<Workload>of("<a href=\"${item.path}\" class=\"ph-row-link\">${item.name}</a>"
                                + " <span class=\"ph-dim\">${item.namespace}</span>"
                                + " <span class=\"ph-tag\" ?hidden=\"${!item.remark}\">${item.remark}</span>")
                        .withProperty("path", service -> ServicesNavigation.details(service.id()))
                        .withProperty("name", service -> service.id().name())
                        .withProperty("namespace", service -> service.id().namespace())
                        .withProperty("remark", ServiceWords::remark))
                .setHeader("Service")
                .setFlexGrow(2)
                .setWidth("190px");
        sortable(
                name,
                "name",
                Comparator.comparing((Workload service) -> service.id().name()).thenComparing(BY_NAME));
        var state = addColumn(LitRenderer.<Workload>of(StateBadge.TEMPLATE)
                        .withProperty(
                                "state",
                                service -> StateBadge.slug(service.health().state()))
                        .withProperty(
                                "stateWord", service -> service.health().state().word()))
                .setHeader("State")
                .setFlexGrow(0)
                .setWidth("124px");
        sortable(state, "state", WORST_FIRST);
        var ready = addColumn(service -> ServiceWords.ready(service.replicas()))
                .setHeader("Ready")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("84px");
        sortable(
                ready,
                "ready",
                Comparator.comparing(service -> service.replicas().ready()));
        addColumn(LitRenderer.<Workload>of("<span class=\"ph-why\" title=\"${item.why}\">${item.why}</span>")
                        .withProperty("why", service -> service.health().reason()))
                .setHeader("Why")
                .setFlexGrow(5)
                .setWidth("170px");
    }

    private void addFigures() {
        addColumn(service -> ServiceWords.rollout(service.replicas()))
                .setHeader("Rollout")
                .setFlexGrow(0)
                .setWidth("104px");
        addColumn(service -> ServiceWords.scaling(service.autoscaling()))
                .setHeader("HPA")
                .setFlexGrow(0)
                .setWidth("64px");
        var restarts = addColumn(service -> ServiceWords.restarts(service.restarts()))
                .setHeader("Restarts 1 h")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("112px");
        sortable(
                restarts,
                "restarts",
                Comparator.comparing(service -> service.restarts().count()));
        addColumn(LitRenderer.<Workload>of("<span class=\"ph-mono\" title=\"${item.images}\">${item.tag}</span>")
                        .withProperty("images", service -> String.join("\n", service.images()))
                        .withProperty("tag", service -> ServiceWords.imageTag(service.images())))
                .setHeader("Image")
                .setFlexGrow(0)
                .setWidth("84px");
        var age = addColumn(LitRenderer.<Workload>of("<relative-time at=\"${item.created}\"></relative-time>")
                        .withProperty("created", service -> service.created().toString()))
                .setHeader("Age")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("84px");
        sortable(age, "age", Comparator.comparing(Workload::created).reversed());
        var team = addColumn(service -> service.team().orElse(Formats.ABSENT))
                .setHeader("Team")
                .setFlexGrow(0)
                .setWidth("98px");
        sortable(team, "team", Comparator.comparing(service -> service.team().orElse("")));
    }

    private void setAriaLabelOfTable() {
        getElement().setAttribute("aria-label", "Services");
    }
}
