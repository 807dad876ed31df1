package io.pilothouse.groups.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.access.ui.ObjectPage;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.ListTab;
import io.pilothouse.clusters.ui.ClustersNavigation;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.ui.MetricsTab;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** One group of consumers. */
@Route(FleetNavigation.GROUPS + "/:cluster/:name")
@PermitAll
class GroupDetailsView extends ObjectPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final String OVERVIEW = "overview";
    private static final String MEMBERS = "members";
    private static final String PARTITIONS = "partitions";

    private final GroupOverview overview = new GroupOverview();
    private final ListTab<ShownMember> members = new ListTab<>(
            MemberList.DEFINITION,
            new Absence("It has no members", "Nobody reads as this group now. Members appear here by themselves."));
    private final ListTab<ShownPartition> partitions = new ListTab<>(
            GroupPartitionList.DEFINITION,
            new Absence(
                    "It reads no partition",
                    "It has committed no offset, and none of its members has a partition. They appear here by themselves."));
    private final MetricsTab metrics;
    private GroupId id = new GroupId(new ClusterId("", ""), "");
    private PageHeader header = new PageHeader("");

    GroupDetailsView(LiveFleet live, Histories histories, Clock clock) {
        super(live);
        metrics = new MetricsTab(histories, clock, List.of(Figure.LAG, Figure.LAG_TIME));
        tabs().add(OVERVIEW, "Overview", overview);
        tabs().add(MEMBERS, "Members", members);
        tabs().add(PARTITIONS, "Partitions", partitions);
        tabs().add(MetricsTab.KEY, "History", metrics);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        GroupId wanted = id(event.getRouteParameters());
        if (!wanted.equals(id)) {
            id = wanted;
            header = new PageHeader(wanted.name())
                    .under("Consumer groups", FleetNavigation.GROUPS)
                    .under(wanted.cluster().name(), ClustersNavigation.details(wanted.cluster()));
            begin(header);
        }
    }

    @Override
    public String getPageTitle() {
        return id.name() + " · Consumer groups · Pilothouse";
    }

    @Override
    protected void opened(String tab, Location location) {
        switch (tab) {
            case MEMBERS -> members.at(location);
            case PARTITIONS -> partitions.at(location);
            case MetricsTab.KEY -> metrics.at(location);
            default -> {
                // the overview has nothing in the address
            }
        }
    }

    @Override
    protected void show(LivePicture picture) {
        switch (GroupViewModel.content(picture, id)) {
            case GroupViewModel.Shown shown -> show(shown);
            case GroupViewModel.Unknown unknown -> unknown(unknown.failure());
            case GroupViewModel.Hidden hidden -> hide(hidden.missing());
            case GroupViewModel.Missing _ ->
                missing(
                        "consumer group " + id.name() + " in Kafka cluster " + id.cluster(),
                        new Anchor(FleetNavigation.GROUPS, "All consumer groups"));
        }
    }

    private void show(GroupViewModel.Shown shown) {
        ConsumerGroup group = shown.group();
        showTabs();
        header.beside(
                new StateBadge(group.health().state()),
                new Span(GroupWords.type(group.type()) + " group of Kafka cluster "
                        + group.id().cluster().name()));
        header.answer(GroupAnswer.of(group, shown.deletion()));
        tabs().rename(MEMBERS, "Members " + group.members().size());
        overview.show(shown);
        members.show(shown.members(), group.membership().problem());
        partitions.show(shown.partitions(), group.partitions().problem());
        metrics.show(new Subject.Group(id));
    }

    private static GroupId id(RouteParameters parameters) {
        return new GroupId(
                FleetNavigation.cluster(parameters.get("cluster").orElseThrow())
                        .orElseThrow(() -> new NotFoundException("No such Kafka cluster")),
                FleetNavigation.name(parameters.get("name").orElseThrow()));
    }
}
