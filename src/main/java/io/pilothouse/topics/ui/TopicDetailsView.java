package io.pilothouse.topics.ui;

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
import io.pilothouse.fleet.Partition;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.TopicSettings.Setting;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.manifests.Manifests;
import jakarta.annotation.security.PermitAll;

/** One topic. */
@Route(FleetNavigation.TOPICS + "/:cluster/:name")
@PermitAll
class TopicDetailsView extends ObjectPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final String OVERVIEW = "overview";
    private static final String PARTITIONS = "partitions";
    private static final String CONSUMERS = "consumers";
    private static final String CONFIG = "config";
    private static final String YAML = "yaml";

    private final TopicOverview overview = new TopicOverview();
    private final ListTab<Partition> partitions = new ListTab<>(
            TopicPartitionList.DEFINITION,
            new Absence("It has no partitions", "Kafka is just about to create them. They appear here by themselves."));
    private final ListTab<TopicReader> consumers = new ListTab<>(
            TopicReaderList.DEFINITION,
            new Absence(
                    "Nothing reads it",
                    "No consumer group has a member that reads it, or has committed an offset of it. "
                            + "One appears here by itself."));
    private final ListTab<Setting> config = new ListTab<>(
            SettingList.DEFINITION,
            new Absence("Its settings are not known", "Brokers are asked for them within a minute."));
    private final ManifestTab yaml;
    private String open = OVERVIEW;
    private TopicId id = new TopicId(new ClusterId("", ""), "");
    private PageHeader header = new PageHeader("");

    TopicDetailsView(LiveFleet live, Manifests manifests) {
        super(live);
        yaml = new ManifestTab(manifests, live.person());
        tabs().add(OVERVIEW, "Overview", overview);
        tabs().add(PARTITIONS, "Partitions", partitions);
        tabs().add(CONSUMERS, "Consumers", consumers);
        tabs().add(CONFIG, "Config", config);
        tabs().add(YAML, "YAML", yaml);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TopicId wanted = id(event.getRouteParameters());
        if (!wanted.equals(id)) {
            id = wanted;
            header = new PageHeader(wanted.name())
                    .under("Topics", FleetNavigation.TOPICS)
                    .under(wanted.cluster().name(), ClustersNavigation.details(wanted.cluster()));
            begin(header);
        }
    }

    @Override
    public String getPageTitle() {
        return id.name() + " · Topics · Pilothouse";
    }

    @Override
    protected void opened(String tab, Location location) {
        open = tab;
        switch (tab) {
            case PARTITIONS -> partitions.at(location);
            case CONSUMERS -> consumers.at(location);
            case CONFIG -> config.at(location);
            case YAML -> yaml.at(location);
            default -> {
                // the overview has nothing in the address
            }
        }
    }

    @Override
    protected void show(LivePicture picture) {
        switch (TopicViewModel.content(picture, id)) {
            case TopicViewModel.Shown shown -> show(shown);
            case TopicViewModel.Unknown unknown -> unknown(unknown.failure());
            case TopicViewModel.Hidden hidden -> hide(hidden.missing());
            case TopicViewModel.Missing _ ->
                missing(
                        "topic " + id.name() + " in Kafka cluster " + id.cluster(),
                        new Anchor(FleetNavigation.TOPICS, "All topics"));
        }
    }

    private void show(TopicViewModel.Shown shown) {
        Topic topic = shown.topic();
        showTabs();
        header.beside(
                new StateBadge(topic.health().state()),
                new Span((topic.internal() ? "internal topic" : "topic") + " of Kafka cluster "
                        + topic.id().cluster().name()));
        header.answer(TopicAnswer.of(shown));
        tabs().rename(PARTITIONS, "Partitions " + topic.partitions().size());
        tabs().rename(CONSUMERS, "Consumers " + shown.readers().size());
        overview.show(shown);
        partitions.show(topic.partitions(), shown.topicProblem());
        consumers.show(shown.readers(), shown.groupsProblem());
        config.show(topic.settings().settings(), shown.topicProblem());
        if (open.equals(YAML)) {
            yaml.show(shown);
        }
    }

    private static TopicId id(RouteParameters parameters) {
        return new TopicId(
                FleetNavigation.cluster(parameters.get("cluster").orElseThrow())
                        .orElseThrow(() -> new NotFoundException("No such Kafka cluster")),
                FleetNavigation.name(parameters.get("name").orElseThrow()));
    }
}
