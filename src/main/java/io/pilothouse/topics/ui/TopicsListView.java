package io.pilothouse.topics.ui;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.list.Arrangements;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.fleet.ui.FleetNavigation;
import jakarta.annotation.security.PermitAll;

/** All topics that the person may see. */
@Route(FleetNavigation.TOPICS)
@Menu(title = "Topics", order = 12)
@PageTitle("Topics · Pilothouse")
@PermitAll
class TopicsListView extends LivePage implements AfterNavigationObserver {

    private final PageHeader header = new PageHeader("Topics");
    private final TopicsViewModel model;
    private final LiveList<ShownTopic> list;

    TopicsListView(LiveFleet live, Arrangements<ShownTopic> arrangements) {
        super(live);
        model = new TopicsViewModel(arrangements);
        list = new LiveList<>(TopicList.DEFINITION, model::answer, model::whyEmpty);
        addClassName("ph-list-page");
        add(header, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        list.at(event.getLocation());
        showHeadline();
    }

    @Override
    protected void show(LivePicture picture) {
        model.show(picture);
        list.follow();
        showHeadline();
    }

    private void showHeadline() {
        header.answer(model.headline(list.query()).orElse(null));
    }
}
