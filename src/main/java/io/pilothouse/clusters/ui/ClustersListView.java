package io.pilothouse.clusters.ui;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.fleet.KafkaCluster;
import jakarta.annotation.security.PermitAll;

/** All Kafka clusters that the person may see. */
@Route("clusters")
@Menu(title = "Kafka clusters", order = 11)
@PageTitle("Kafka clusters · Pilothouse")
@PermitAll
class ClustersListView extends LivePage implements AfterNavigationObserver {

    private final PageHeader header = new PageHeader("Kafka clusters");
    private final ClustersViewModel model = new ClustersViewModel();
    private final LiveList<KafkaCluster> list = new LiveList<>(ClusterList.DEFINITION, model::answer, model::whyEmpty);

    ClustersListView(LiveFleet live) {
        super(live);
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
