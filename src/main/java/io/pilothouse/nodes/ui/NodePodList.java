package io.pilothouse.nodes.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.nodes.PodOnNode;
import io.pilothouse.services.ui.ServicesNavigation;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the list of a node's pods looks like. */
final class NodePodList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;
    private static final String NOTHING = "Its containers ask for none, so none is reserved.";

    static final ListDefinition<PodOnNode> DEFINITION = new ListDefinition<>(
            "pods",
            on -> on.pod().namespace() + "/" + on.pod().name(),
            Stream.concat(whatItIs(), whatItTakes()).toList(),
            List.of(
                    StateFilter.of(on -> on.pod().health()),
                    ListFilter.of(
                            "namespace", "Namespace", on -> Stream.of(on.pod().namespace())),
                    ListFilter.of("service", "Service", on -> on.service().map(WorkloadId::name).stream())),
            on -> String.join(
                    " ",
                    on.pod().name(),
                    on.pod().namespace(),
                    on.service().map(WorkloadId::name).orElse(""),
                    on.pod().phase(),
                    on.pod().health().reason()),
            Comparator.comparing((PodOnNode on) -> on.pod().health().state(), HealthState.WORST_FIRST)
                    .thenComparing(on -> on.pod().namespace())
                    .thenComparing(on -> on.pod().name()),
            on -> List.of(on.pod().phase(), on.pod().health().state(), on.pod().totalRestarts()));

    private NodePodList() {}

    private static Stream<ListColumn<PodOnNode>> whatItIs() {
        return Stream.of(
                ListColumn.<PodOnNode>text(
                                "name",
                                "Pod",
                                on -> Cell.text(on.pod().name())
                                        .in(Cell.Tone.MONO)
                                        .hint(on.pod().name()))
                        .width(170)
                        .grows(5)
                        .sorted(on -> on.pod().name()),
                ListColumn.<PodOnNode>state(
                                "state",
                                "State",
                                on -> new Cell.State(on.pod().health().state()))
                        .sorted(on -> on.pod().health().state()),
                ListColumn.link("service", "Service", NodePodList::service)
                        .width(170)
                        .grows(2)
                        .from(MEDIUM)
                        .sortedKnown(on -> on.service().map(WorkloadId::name)),
                ListColumn.<PodOnNode>text(
                                "why",
                                "Why",
                                on -> Cell.text(on.pod().health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(on.pod().health().reason()))
                        .width(90)
                        .grows(2)
                        .from(WIDE));
    }

    private static Stream<ListColumn<PodOnNode>> whatItTakes() {
        return Stream.of(
                ListColumn.<PodOnNode>number(
                                "cpu",
                                "CPU reserved",
                                on -> on.pod().requests().millicores() == 0
                                        ? Cell.text("0").in(Cell.Tone.DIM).hint(NOTHING)
                                        : Cell.text(Formats.cores(
                                                on.pod().requests().cores())))
                        .width(108)
                        .from(MEDIUM)
                        .sorted(on -> on.pod().requests().millicores()),
                ListColumn.<PodOnNode>number("cpu-used", "CPU used", used(usage -> Formats.cores(usage.cores())))
                        .width(88)
                        .from(WIDE)
                        .sortedKnown(on -> on.usage().map(Usage::cores)),
                ListColumn.<PodOnNode>number(
                                "memory",
                                "Memory reserved",
                                on -> on.pod().requests().memory() == 0
                                        ? Cell.text("0").in(Cell.Tone.DIM).hint(NOTHING)
                                        : Cell.text(Formats.bytes(
                                                on.pod().requests().memory())))
                        .width(140)
                        .from(MEDIUM)
                        .sorted(on -> on.pod().requests().memory()),
                ListColumn.<PodOnNode>number("memory-used", "Memory used", used(usage -> Formats.bytes(usage.memory())))
                        .width(108)
                        .from(WIDE)
                        .sortedKnown(on -> on.usage().map(Usage::memory)),
                ListColumn.<PodOnNode>number(
                                "restarts",
                                "Restarts",
                                on -> Cell.text(Formats.count(on.pod().totalRestarts())))
                        .width(84)
                        .from(WIDE)
                        .sorted(on -> on.pod().totalRestarts()),
                ListColumn.<PodOnNode>time(
                                "age", "Age", on -> new Cell.Time(on.pod().created()))
                        .width(84)
                        .from(MEDIUM)
                        .sorted(Comparator.comparing((PodOnNode on) -> on.pod().created())
                                .reversed()));
    }

    private static Cell.Link service(PodOnNode on) {
        return on.service()
                .map(id -> new Cell.Link(ServicesNavigation.pods(id), id.name(), id.namespace(), ""))
                .orElseGet(() -> new Cell.Link("", "", on.pod().namespace(), ""));
    }

    private static Function<PodOnNode, Cell.Text> used(Function<Usage, String> inWords) {
        return on -> Cell.optional(on.usage(), inWords, "Prometheus does not know this pod.");
    }
}
