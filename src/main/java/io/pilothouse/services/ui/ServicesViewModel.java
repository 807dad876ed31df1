package io.pilothouse.services.ui;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.Arrangements;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the list of services shows. */
final class ServicesViewModel {

    private static final String REMEDY =
            " Ask whoever administers the Kubernetes cluster to grant it; it takes effect here within seconds.";

    private final Arrangements<ShownService> arrangements;
    private @Nullable LivePicture picture;

    ServicesViewModel(Arrangements<ShownService> arrangements) {
        this.arrangements = arrangements;
    }

    void show(LivePicture newest) {
        picture = newest;
    }

    Arrangement<ShownService> answer(ListQuery query) {
        return seen().map(fleet -> arrangements.of(
                        fleet.fleet(),
                        fleet.sight(),
                        query,
                        () -> fleet.workloads().map(service -> ShownService.of(service, fleet))))
                .orElseGet(Arrangement::empty);
    }

    /** How services are, in the namespaces that are looked at. */
    Optional<Answer> headline(ListQuery query) {
        ListQuery looked = query.only(ServiceList.NAMESPACE);
        return Optional.of(answer(looked))
                .filter(all -> !all.rows().isEmpty())
                .map(all -> StateFilter.counts(all).inWords("service"));
    }

    Absence whyEmpty(ListQuery query, Arrangement<ShownService> answer) {
        Optional<VisibleFleet> fleet = seen();
        if (answer.total() > 0) {
            return fleet.flatMap(visible -> hiddenNamespace(visible, query))
                    .orElseGet(() -> Absence.nothingMatches(answer.total(), ServiceList.DEFINITION.noun()));
        }
        return unknown(fleet).map(Absence::because).orElseGet(() -> nothingToSee(fleet.orElseThrow()));
    }

    private Optional<VisibleFleet> seen() {
        return Optional.ofNullable(picture).map(LivePicture::fleet);
    }

    /** While rights or services are not known at all, nobody can say whether there are any. */
    private Optional<Failure> unknown(Optional<VisibleFleet> fleet) {
        Optional<Failure> rights = Optional.ofNullable(picture)
                .map(LivePicture::sight)
                .filter(sight -> sight.known().isEmpty())
                .flatMap(sight -> sight.problem());
        return rights.or(
                () -> fleet.filter(visible -> visible.fleet().namespaces().isEmpty())
                        .flatMap(visible -> visible.source(Source.KUBERNETES).failure()));
    }

    private static Optional<Absence> hiddenNamespace(VisibleFleet fleet, ListQuery query) {
        List<String> hidden = query.chosen(ServiceList.NAMESPACE).stream()
                .filter(namespace -> kinds().noneMatch(kind -> fleet.sight().sees(kind, namespace)))
                .sorted()
                .toList();
        return hidden.isEmpty()
                ? Optional.empty()
                : Optional.of(new Absence(
                        "You may not see services in " + String.join(", ", hidden),
                        "You lack the right to "
                                + ReadableKind.DEPLOYMENTS
                                        .list(hidden.getFirst())
                                        .inWords()
                                + "." + REMEDY));
    }

    private static Absence nothingToSee(VisibleFleet fleet) {
        boolean mayLook = kinds().anyMatch(kind -> fleet.sight().everywhere().contains(kind)
                || !fleet.sight().within().getOrDefault(kind, Set.of()).isEmpty());
        return mayLook
                ? new Absence(
                        "There are no services",
                        "No Deployment, StatefulSet, DaemonSet, Job or CronJob is in a namespace that you may see. "
                                + "They appear here by themselves when they are created.")
                : new Absence(
                        "There is no service that you may see",
                        "You lack the right to list Deployments, StatefulSets and DaemonSets, in every namespace. "
                                + "Ask whoever administers the Kubernetes cluster for it in the namespaces you work in; "
                                + "it takes effect here within seconds.");
    }

    private static Stream<ReadableKind> kinds() {
        return Stream.of(WorkloadKind.values()).map(ReadableKind::of);
    }
}
