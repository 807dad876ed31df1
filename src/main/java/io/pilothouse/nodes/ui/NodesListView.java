package io.pilothouse.nodes.ui;

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
import io.pilothouse.nodes.NodeLoad;
import jakarta.annotation.security.PermitAll;

/** All nodes, for who may list them. */
@Route("nodes")
@Menu(title = "Nodes", order = 14)
@PageTitle("Nodes · Pilothouse")
@PermitAll
class NodesListView extends LivePage implements AfterNavigationObserver {

    private final PageHeader header = new PageHeader("Nodes");
    private final NodesViewModel model;
    private final LiveList<NodeLoad> list;

    NodesListView(LiveFleet live, Arrangements<NodeLoad> arrangements) {
        super(live);
        model = new NodesViewModel(arrangements);
        list = new LiveList<>(NodeList.DEFINITION, model::answer, model::whyEmpty);
        addClassName("ph-list-page");
        add(header, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        list.at(event.getLocation());
    }

    @Override
    protected void show(LivePicture picture) {
        model.show(picture);
        list.follow();
        header.answer(model.headline().orElse(null));
    }
}
