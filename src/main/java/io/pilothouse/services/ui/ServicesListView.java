package io.pilothouse.services.ui;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.list.Arrangements;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.change.Changes;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** All services that the person may see. */
@Route("services")
@Menu(title = "Services", order = 10)
@PageTitle("Services · Pilothouse")
@PermitAll
class ServicesListView extends LivePage implements AfterNavigationObserver {

    private final PageHeader header = new PageHeader("Services");
    private final ServicesViewModel model;
    private final LiveList<ShownService> list;

    ServicesListView(
            LiveFleet live,
            Arrangements<ShownService> arrangements,
            ServiceActions actions,
            Changes changes,
            Permissions permissions,
            Clock clock) {
        super(live);
        model = new ServicesViewModel(arrangements);
        list = new LiveList<>(ServiceList.DEFINITION, model::answer, model::whyEmpty);
        list.menu(
                row -> row.service().id().name(),
                row -> actions.inMenu(row.service().id()));
        addClassName("ph-list-page");
        SelectedServices selected = new SelectedServices(changes, permissions, live.person(), clock, list::selectNone);
        list.several(
                rows -> selected.show(rows.stream().map(ShownService::service).toList()));
        add(header, selected, list);
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
