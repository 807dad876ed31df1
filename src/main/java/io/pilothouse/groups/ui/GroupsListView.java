package io.pilothouse.groups.ui;

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

/** All groups of consumers that the person may see. */
@Route(FleetNavigation.GROUPS)
@Menu(title = "Consumer groups", order = 13)
@PageTitle("Consumer groups · Pilothouse")
@PermitAll
class GroupsListView extends LivePage implements AfterNavigationObserver {

    private final PageHeader header = new PageHeader("Consumer groups");
    private final GroupsViewModel model;
    private final LiveList<ShownGroup> list;

    GroupsListView(LiveFleet live, Arrangements<ShownGroup> arrangements) {
        super(live);
        model = new GroupsViewModel(arrangements);
        list = new LiveList<>(GroupList.DEFINITION, model::answer, model::whyEmpty);
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
