package io.pilothouse.services.ui;

import com.vaadin.flow.router.Location;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Optional;

/** The pods of a service. */
final class PodsTab extends ServiceTab {

    private final LiveList<ShownPod> list = new LiveList<>(PodList.DEFINITION, this::answer, this::whyEmpty);
    private List<ShownPod> pods = List.of();
    private String state = "";

    private WorkloadId service = new WorkloadId("", WorkloadKind.DEPLOYMENT, "");

    PodsTab(PodActions actions) {
        addClassName("ph-tab");
        list.menu(row -> row.pod().name(), row -> actions.of(service, row.pod()));
        add(list);
    }

    @Override
    void at(Location location) {
        list.at(location);
    }

    @Override
    void show(ServiceViewModel.Shown shown) {
        service = shown.service().id();
        String namespace = service.namespace();
        boolean allowed = shown.fleet().seesPods(namespace);
        if (allowed != list.getParent().isPresent()) {
            removeAll();
            add(allowed ? list : new NotAllowed(ReadableKind.PODS.list(namespace)));
        }
        state = shown.service().health().reason();
        pods = allowed
                ? shown.service().pods().stream()
                        .map(pod -> shownPod(shown, pod))
                        .toList()
                : List.of();
        list.follow();
    }

    private static ShownPod shownPod(ServiceViewModel.Shown shown, Pod pod) {
        Workload service = shown.service();
        boolean seesHistory = ReadableKind.historyOf(service.id().kind())
                .filter(kind -> shown.fleet().sight().sees(kind, service.id().namespace()))
                .isPresent();
        return new ShownPod(
                pod,
                shown.fleet().seesNodes(),
                Optional.of(pod.volumes())
                        .filter(_ -> shown.fleet()
                                .sight()
                                .sees(ReadableKind.CLAIMS, service.id().namespace())),
                shown.fleet().fleet().usage(pod).known().flatMap(known -> known),
                service.revisions().stream()
                        .filter(revision -> seesHistory
                                && pod.revision()
                                        .filter(revision.hash()::equals)
                                        .isPresent())
                        .map(Revision::number)
                        .findFirst());
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
