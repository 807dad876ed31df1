package io.pilothouse.services.ui;

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
import jakarta.annotation.security.PermitAll;

/** All services that the person may see. */
@Route("services")
@Menu(title = "Services", order = 10)
@PageTitle("Services · Pilothouse")
@PermitAll
class ServicesListView extends LivePage implements AfterNavigationObserver {

    private final PageHeader header = new PageHeader("Services");
    private final ServicesViewModel model;
    private final LiveList<ShownService> list;

    ServicesListView(LiveFleet live, Arrangements<ShownService> arrangements) {
        super(live);
        model = new ServicesViewModel(arrangements);
        list = new LiveList<>(ServiceList.DEFINITION, model::answer, model::whyEmpty);
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
