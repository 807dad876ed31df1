package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import java.util.List;

/** The brokers of a cluster, those that are down among them. */
final class BrokersTab extends Div {

    private final LiveList<ShownBroker> list = new LiveList<>(BrokerList.DEFINITION, this::answer, this::whyEmpty);
    private List<ShownBroker> brokers = List.of();

    BrokersTab(ClusterActions actions) {
        addClassName("ph-tab");
        list.menu(
                row -> "Broker " + row.broker().id(),
                row -> actions.of(row.cluster(), row.broker().id()));
        add(list);
    }

    void at(Location location) {
        list.at(location);
    }

    void show(ClusterViewModel.Shown shown) {
        brokers = shown.brokers();
        list.follow();
    }

    private Arrangement<ShownBroker> answer(ListQuery query) {
        return BrokerList.DEFINITION.arrange(brokers.stream(), query);
    }

    private Absence whyEmpty(ListQuery query, Arrangement<ShownBroker> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), BrokerList.DEFINITION.noun())
                : new Absence(
                        "No broker is known",
                        "Neither its pods nor Kafka have told of one yet. They appear here by themselves.");
    }
}
