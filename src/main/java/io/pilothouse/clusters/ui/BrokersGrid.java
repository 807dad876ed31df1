package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.LiveGrid;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Pod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of a cluster's brokers, those that are down among them. */
class BrokersGrid extends LiveGrid<Broker> {

    private static final Comparator<Broker> BY_ID = Comparator.comparing(Broker::id);

    BrokersGrid(Supplier<Stream<Broker>> brokers, Supplier<Boolean> seesNodes) {
        super(brokers, Broker::id, broker -> List.of(broker.health(), broker.up(), broker.activeController()), BY_ID);
        addIdentity();
        addPlace(seesNodes);
        addFigures();
        setAllRowsVisible(true);
        getElement().setAttribute("aria-label", "Brokers");
    }

    private void addIdentity() {
        var id = addColumn(LitRenderer.<Broker>of("<span class=\"ph-strong\">${item.id}</span>")
                        .withProperty("id", Broker::id))
                .setHeader("Broker")
                .setFlexGrow(0)
                .setWidth("80px");
        sortable(id, "id", BY_ID);
        var state = addColumn(LitRenderer.<Broker>of(StateBadge.TEMPLATE)
                        .withProperty(
                                "state",
                                broker -> StateBadge.slug(broker.health().state()))
                        .withProperty(
                                "stateWord", broker -> broker.health().state().word()))
                .setHeader("State")
                .setFlexGrow(0)
                .setWidth("122px");
        sortable(
                state,
                "state",
                Comparator.comparing((Broker broker) -> broker.health().state(), HealthState.WORST_FIRST)
                        .thenComparing(BY_ID));
        addColumn(LitRenderer.<Broker>of("<span class=\"ph-why\" title=\"${item.why}\">"
                                + "<span class=\"ph-dim\" ?hidden=\"${!item.since}\">for <relative-time at=\"${item.since}\"></relative-time> </span>"
                                + "${item.why}</span>")
                        .withProperty("why", broker -> broker.health().reason())
                        .withProperty("since", BrokersGrid::since))
                .setHeader("Why")
                .setFlexGrow(3)
                .setWidth("120px");
        addColumn(BrokersGrid::roles).setHeader("Roles").setFlexGrow(1).setWidth("140px");
    }

    private void addPlace(Supplier<Boolean> seesNodes) {
        addColumn(LitRenderer.<Broker>of("<span class=\"ph-mono\">${item.pod}</span>")
                        .withProperty(
                                "pod", broker -> broker.pod().map(Pod::name).orElse(Formats.ABSENT)))
                .setHeader("Pod")
                .setFlexGrow(1)
                .setWidth("124px");
        addColumn(broker -> broker.pod().flatMap(Pod::node).orElse(Formats.ABSENT))
                .setHeader("Node")
                .setFlexGrow(0)
                .setWidth("84px");
        addColumn(broker -> seesNodes.get()
                        ? broker.pod().flatMap(Pod::zone).or(broker::rack).orElse(Formats.ABSENT)
                        : broker.rack().orElse(Formats.ABSENT))
                .setHeader("Zone")
                .setFlexGrow(0)
                .setWidth("76px");
    }

    private void addFigures() {
        load("Leaders", "78px", load -> Formats.count(load.leaders()));
        load("Replicas", "82px", load -> Formats.count(load.replicas()));
        load("Not in sync", "98px", load -> Formats.count(load.outOfSync()));
        load(
                "Furthest behind",
                "132px",
                load -> load.lagging()
                        .map(messages -> Formats.counted(messages, "record"))
                        .orElse(Formats.ABSENT));
        addColumn(ObservedCell.of(Broker::disk, BrokersGrid::disk))
                .setHeader("Disk used")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("140px");
    }

    private void load(String title, String width, Function<Broker.Load, String> inWords) {
        addColumn(ObservedCell.of(Broker::load, inWords))
                .setHeader(title)
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth(width);
    }

    private static String disk(Broker.Disk disk) {
        String used = Formats.bytes(disk.used().bytes());
        return disk.capacity()
                .map(capacity -> used + " of " + Formats.bytes(capacity.bytes()))
                .orElse(used);
    }

    private static String since(Broker broker) {
        return broker.health().state() == HealthState.HEALTHY
                ? ""
                : broker.health().since().map(Instant::toString).orElse("");
    }

    private static String roles(Broker broker) {
        String roles = broker.roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return broker.activeController() ? roles + " (active)" : roles;
    }
}
