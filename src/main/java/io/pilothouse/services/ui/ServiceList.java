package io.pilothouse.services.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the list of services looks like. */
final class ServiceList {

    static final String STATE = StateFilter.KEY;
    static final String NAMESPACE = "namespace";

    static final ListDefinition<Workload> DEFINITION = new ListDefinition<>(
            "services",
            Workload::id,
            columns(),
            filters(),
            ServiceList::searched,
            Comparator.comparing((Workload service) -> service.health().state(), HealthState.WORST_FIRST)
                    .thenComparing(service -> service.id().namespace())
                    .thenComparing(service -> service.id().name())
                    .thenComparing(service -> service.id().kind()),
            ServiceList::noteworthy);

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;

    private ServiceList() {}

    private static List<ListColumn<Workload>> columns() {
        return List.of(
                ListColumn.link("name", "Service", ServiceList::name)
                        .width(140)
                        .grows(4)
                        .sorted(service -> service.id().name()),
                ListColumn.<Workload>state(
                                "state",
                                "State",
                                service -> new Cell.State(service.health().state()))
                        .sorted(service -> service.health().state()),
                ListColumn.<Workload>number("ready", "Ready", service -> ServiceWords.ready(service.replicas()))
                        .width(66)
                        .sorted(ServiceList::readyShare)
                        .exported(service -> service.replicas().ready() + " of "
                                + service.replicas().desired()),
                ListColumn.<Workload>text(
                                "why",
                                "Why",
                                service -> Cell.text(service.health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(service.health().reason()))
                        .width(140)
                        .grows(4)
                        .from(MEDIUM),
                ListColumn.<Workload>number("rollout", "Rollout", service -> ServiceWords.rollout(service.replicas()))
                        .width(78)
                        .from(WIDE)
                        .sorted(service -> !service.replicas().rollingOut())
                        .exported(service -> rolloutInWords(service.replicas())),
                ListColumn.<Workload>number("hpa", "HPA", ServiceList::scaling)
                        .width(100)
                        .from(WIDE)
                        .sortedKnown(service -> service.autoscaling().map(scaling -> scaling.maximum())),
                ListColumn.<Workload>number(
                                "restarts", "Restarts 1 h", service -> ServiceWords.restarts(service.restarts()))
                        .width(108)
                        .from(MEDIUM)
                        .sorted(service -> service.restarts().count()),
                ListColumn.<Workload>text("image", "Image", service -> ServiceWords.image(service.images()))
                        .width(100)
                        .from(WIDE)
                        .sorted(service -> ServiceWords.image(service.images()).text())
                        .exported(service -> String.join(" ", service.images())),
                ListColumn.<Workload>time("age", "Age", service -> new Cell.Time(service.created()))
                        .width(72)
                        .from(MEDIUM)
                        .sorted(Comparator.comparing(Workload::created).reversed()),
                ListColumn.<Workload>text("team", "Team", ServiceWords::team)
                        .width(112)
                        .from(WIDE)
                        .sortedKnown(Workload::team),
                ListColumn.<Workload>text(
                                "kind",
                                "Kind",
                                service -> Cell.text(service.id().kind().kind()))
                        .width(120)
                        .onRequest()
                        .sorted(service -> service.id().kind()));
    }

    private static List<ListFilter<Workload>> filters() {
        return List.of(
                StateFilter.of(Workload::health),
                ListFilter.of(
                        NAMESPACE,
                        "Namespace",
                        service -> Stream.of(service.id().namespace())),
                new ListFilter<>(
                        "kind",
                        "Kind",
                        service -> Stream.of(service.id().kind().slug()),
                        slug -> WorkloadKind.ofSlug(slug)
                                .map(WorkloadKind::kind)
                                .orElse(slug),
                        Comparator.naturalOrder(),
                        Optional.empty()),
                ListFilter.of("team", "Team", service -> service.team().stream()));
    }

    private static Cell.Link name(Workload service) {
        return new Cell.Link(
                ServicesNavigation.details(service.id()),
                service.id().name(),
                service.id().namespace(),
                ServiceWords.mark(service));
    }

    private static Cell.Text scaling(Workload service) {
        return service.autoscaling()
                .map(ServiceWords::scaling)
                .orElseGet(() -> Cell.absent("No HorizontalPodAutoscaler sets its replicas."));
    }

    /** What lacks the greatest share of its replicas comes first; what wants none lacks nothing. */
    private static double readyShare(Workload service) {
        ReplicaCounts replicas = service.replicas();
        return replicas.desired() == 0 ? 1 : (double) replicas.ready() / replicas.desired();
    }

    private static String rolloutInWords(ReplicaCounts replicas) {
        return replicas.rollingOut() && replicas.observed()
                ? replicas.updated() + " of " + replicas.desired()
                : ServiceWords.rollout(replicas).text();
    }

    private static String searched(Workload service) {
        return String.join(
                " ",
                service.id().name(),
                service.id().namespace(),
                service.id().kind().kind(),
                service.health().reason(),
                service.team().orElse(""),
                String.join(" ", service.images()));
    }

    private static Object noteworthy(Workload service) {
        return List.of(
                service.health().state(),
                service.health().reason(),
                service.replicas(),
                service.restarts().count(),
                service.images());
    }
}
