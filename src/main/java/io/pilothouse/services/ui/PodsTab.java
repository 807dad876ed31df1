package io.pilothouse.services.ui;

import com.vaadin.flow.router.Location;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import java.util.List;

/** The pods of a service. */
final class PodsTab extends ServiceTab {

    private final LiveList<ShownPod> list = new LiveList<>(PodList.DEFINITION, this::answer, this::whyEmpty);
    private List<ShownPod> pods = List.of();
    private String state = "";

    PodsTab() {
        addClassName("ph-tab");
        add(list);
    }

    @Override
    void at(Location location) {
        list.at(location);
    }

    @Override
    void show(ServiceViewModel.Shown shown) {
        String namespace = shown.service().id().namespace();
        boolean allowed = shown.fleet().seesPods(namespace);
        if (allowed != list.getParent().isPresent()) {
            removeAll();
            add(allowed ? list : new NotAllowed(ReadableKind.PODS.list(namespace)));
        }
        boolean seesNodes = shown.fleet().seesNodes();
        state = shown.service().health().reason();
        pods = allowed
                ? shown.service().pods().stream()
                        .map(pod -> new ShownPod(pod, seesNodes))
                        .toList()
                : List.of();
        list.follow();
    }

    private Arrangement<ShownPod> answer(ListQuery query) {
        return PodList.DEFINITION.arrange(pods.stream(), query);
    }

    private Absence whyEmpty(ListQuery query, Arrangement<ShownPod> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), PodList.DEFINITION.noun())
                : new Absence(
                        "It has no pods", state.isEmpty() ? "None is there now." : ServiceWords.sentence(state) + ".");
    }
}
