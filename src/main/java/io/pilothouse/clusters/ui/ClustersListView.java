package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.Right;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.change.Target;
import io.pilothouse.change.ui.ActionButton;
import io.pilothouse.fleet.KafkaCluster;
import jakarta.annotation.security.PermitAll;
import java.util.Set;

/** All Kafka clusters that the person may see. */
@Route("clusters")
@Menu(title = "Kafka clusters", order = 11)
@PageTitle("Kafka clusters · Pilothouse")
@PermitAll
class ClustersListView extends LivePage implements AfterNavigationObserver {

    private final PageHeader header = new PageHeader("Kafka clusters");
    private final ClustersViewModel model = new ClustersViewModel();
    private final LiveList<KafkaCluster> list = new LiveList<>(ClusterList.DEFINITION, model::answer, model::whyEmpty);

    ClustersListView(LiveFleet live, Permissions permissions) {
        super(live);
        addClassName("ph-list-page");
        Set<Right> rights = Set.of(Target.kafka(new ClusterId("", "")).right("create"));
        header.actions(new ActionButton("Deploy Kafka", permissions, live.person(), rights, ClustersListView::deploy));
        add(header, list);
    }

    private static void deploy() {
        UI.getCurrent().navigate(DeployView.class);
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
