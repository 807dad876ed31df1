package io.pilothouse.services.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.ReplicaRange;
import io.pilothouse.fleet.SearchText;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.ui.LagWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the list of services looks like. */
final class ServiceList {

    static final String STATE = StateFilter.KEY;
    static final String NAMESPACE = "namespace";

    static final ListDefinition<ShownService> DEFINITION = new ListDefinition<>(
            "services",
            shown -> shown.service().id(),
            columns(),
            filters(),
            shown -> SearchText.of(shown.service()),
            Comparator.comparing(
                            (ShownService shown) -> shown.service().health().state(), HealthState.WORST_FIRST)
                    .thenComparing(shown -> shown.service().id().namespace())
                    .thenComparing(shown -> shown.service().id().name())
                    .thenComparing(shown -> shown.service().id().kind()),
            ServiceList::noteworthy);

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;
    private static final int VERY_WIDE = 1600;

    private ServiceList() {}

    private static List<ListColumn<ShownService>> columns() {
        return List.of(
                ListColumn.<ShownService>link("name", "Service", shown -> name(shown.service()))
                        .width(172)
                        .grows(4)
                        .sorted(shown -> shown.service().id().name()),
                ListColumn.<ShownService>state(
                                "state",
                                "State",
                                shown -> new Cell.State(shown.service().health().state()))
                        .sorted(shown -> shown.service().health().state()),
                ListColumn.<ShownService>number("ready", "Ready", shown -> ServiceWords.ready(shown.service()))
                        .width(66)
                        .sorted(shown -> readyShare(shown.service()))
                        .exported(shown -> readyInWords(shown.service())),
                ListColumn.<ShownService>text(
                                "why",
                                "Why",
                                shown -> Cell.text(shown.service().health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(shown.service().health().reason()))
                        .width(110)
                        .grows(4)
                        .from(MEDIUM),
                ListColumn.<ShownService>number("rollout", "Rollout", shown -> ServiceWords.rollout(shown.service()))
                        .width(82)
                        .from(WIDE)
                        .sorted(shown -> !shown.service().replicas().rollingOut())
                        .exported(shown -> rolloutInWords(shown.service())),
                ListColumn.<ShownService>number("range", "Range", shown -> ScalingWords.cell(shown.service()))
                        .width(88)
                        .from(WIDE)
                        .sortedKnown(shown -> shown.service().range().map(ReplicaRange::maximum)),
                ListColumn.<ShownService>number(
                                "restarts",
                                "Restarts 1 h",
                                shown -> ServiceWords.restarts(shown.service().restarts()))
                        .width(108)
                        .from(MEDIUM)
                        .sorted(shown -> shown.service().restarts().count()),
                ListColumn.<ShownService>number("lag", "Lag", ServiceList::lag)
                        .width(68)
                        .from(WIDE)
                        .sortedKnown(ServiceList::messages),
                ListColumn.<ShownService>number("cpu", "CPU", shown -> used(shown, now -> Formats.cores(now.cores())))
                        .width(70)
                        .from(VERY_WIDE)
                        .sortedKnown(shown -> shown.measured().map(UsedNow::cores)),
                ListColumn.<ShownService>number(
                                "memory", "Memory", shown -> used(shown, now -> Formats.bytes(now.memory())))
                        .width(84)
                        .from(VERY_WIDE)
                        .sortedKnown(shown -> shown.measured().map(UsedNow::memory)),
                ListColumn.<ShownService>text(
                                "image",
                                "Image",
                                shown -> ServiceWords.image(shown.service().images()))
                        .width(88)
                        .from(WIDE)
                        .sorted(shown ->
                                ServiceWords.image(shown.service().images()).text())
                        .exported(shown -> String.join(" ", shown.service().images())),
                ListColumn.<ShownService>time(
                                "age",
                                "Age",
                                shown -> new Cell.Time(shown.service().created()))
                        .width(60)
                        .from(MEDIUM)
                        .sorted(Comparator.comparing(
                                        (ShownService shown) -> shown.service().created())
                                .reversed()),
                ListColumn.<ShownService>text("team", "Team", shown -> ServiceWords.team(shown.service()))
                        .width(100)
                        .from(WIDE)
                        .sortedKnown(shown -> shown.service().team()),
                ListColumn.<ShownService>text(
                                "kind",
                                "Kind",
                                shown -> Cell.text(shown.service().id().kind().kind()))
                        .width(120)
                        .onRequest()
                        .sorted(shown -> shown.service().id().kind()));
    }

    private static List<ListFilter<ShownService>> filters() {
        return List.of(
                StateFilter.of(shown -> shown.service().health()),
                ListFilter.of(
                        NAMESPACE,
                        "Namespace",
                        shown -> Stream.of(shown.service().id().namespace())),
                new ListFilter<>(
                        "kind",
                        "Kind",
                        shown -> Stream.of(shown.service().id().kind().slug()),
                        slug -> WorkloadKind.ofSlug(slug)
                                .map(WorkloadKind::kind)
                                .orElse(slug),
                        Comparator.naturalOrder(),
                        Optional.empty()),
                ListFilter.of("team", "Team", shown -> shown.service().team().stream()));
    }

    private static Cell.Link name(Workload service) {
        return new Cell.Link(
                ServicesNavigation.details(service.id()),
                service.id().name(),
                service.id().namespace(),
                ServiceWords.mark(service));
    }

    private static Cell.Text lag(ShownService shown) {
        return shown.group()
                .map(group -> {
                    Cell.Text text = LagWords.messages(group.lag());
                    return text.hint().isEmpty()
                            ? text.hint("Records that group " + group.id().name() + " has yet to read.")
                            : text;
                })
                .orElseGet(() -> Cell.absent("No consumer group that you see has a member in its pods."));
    }

    private static Optional<Long> messages(ShownService shown) {
        return shown.lag()
                .flatMap(Observed::known)
                .flatMap(lag -> lag.messages().stream().boxed().findFirst());
    }

    private static Cell.Text used(ShownService shown, Function<UsedNow, String> inWords) {
        return shown.measured()
                .map(now -> Cell.text(inWords.apply(now)).hint(now.share()))
                .orElseGet(() -> Cell.absent(
                        shown.seesPods()
                                ? "Prometheus does not know what its pods use."
                                : "You lack the right to list its pods."));
    }

    /** What lacks the greatest share of its replicas comes first; what wants none lacks nothing. */
    private static double readyShare(Workload service) {
        ReplicaCounts replicas = service.replicas();
        return replicas.desired() == 0 ? 1 : (double) replicas.ready() / replicas.desired();
    }

    private static String readyInWords(Workload service) {
        ReplicaCounts replicas = service.replicas();
        return service.batch().isPresent()
                ? ServiceWords.ready(service).exported()
                : replicas.ready() + " of " + replicas.desired();
    }

    private static String rolloutInWords(Workload service) {
        ReplicaCounts replicas = service.replicas();
        return service.batch().isEmpty() && replicas.rollingOut() && replicas.observed()
                ? replicas.updated() + " of " + replicas.desired()
                : ServiceWords.rollout(service).exported();
    }

    private static Object noteworthy(ShownService shown) {
        Workload service = shown.service();
        return List.of(
                service.health().state(),
                service.health().reason(),
                service.replicas(),
                service.restarts().count(),
                service.images());
    }
}
