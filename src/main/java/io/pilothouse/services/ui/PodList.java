package io.pilothouse.services.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the list of a service's pods looks like. */
final class PodList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;
    private static final int VERY_WIDE = 1600;

    static final ListDefinition<ShownPod> DEFINITION = new ListDefinition<>(
            "pods",
            shown -> shown.pod().name(),
            columns(),
            List.of(
                    StateFilter.of(shown -> shown.pod().health()),
                    ListFilter.of("node", "Node", shown -> shown.pod().node().stream()),
                    ListFilter.of("zone", "Zone", shown -> shown.zone().stream())),
            PodList::searched,
            Comparator.comparing((ShownPod shown) -> shown.pod().health().state(), HealthState.WORST_FIRST)
                    .thenComparing(shown -> shown.pod().name()),
            shown -> List.of(
                    shown.pod().phase(),
                    shown.pod().health().state(),
                    shown.pod().readyContainers(),
                    shown.pod().totalRestarts()));

    private PodList() {}

    private static List<ListColumn<ShownPod>> columns() {
        return Stream.of(howItIs(), whatItUses(), whereItIs())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<ListColumn<ShownPod>> howItIs() {
        return Stream.of(
                ListColumn.<ShownPod>text(
                                "name",
                                "Pod",
                                shown -> Cell.text(shown.pod().name())
                                        .in(Cell.Tone.MONO)
                                        .hint(shown.pod().name()))
                        .width(150)
                        .grows(3)
                        .sorted(shown -> shown.pod().name()),
                ListColumn.<ShownPod>state(
                                "state",
                                "State",
                                shown -> new Cell.State(shown.pod().health().state()))
                        .sorted(shown -> shown.pod().health().state()),
                ListColumn.<ShownPod>number("ready", "Ready", PodList::ready)
                        .width(72)
                        .sorted(shown -> shown.pod().readyContainers()),
                ListColumn.<ShownPod>text(
                                "why",
                                "Why",
                                shown -> Cell.text(shown.pod().health().reason())
                                        .in(Cell.Tone.DIM)
                                        .hint(shown.pod().health().reason()))
                        .width(96)
                        .grows(4)
                        .from(WIDE),
                ListColumn.<ShownPod>text(
                                "phase", "Phase", shown -> Cell.text(shown.pod().phase()))
                        .width(86)
                        .from(MEDIUM)
                        .sorted(shown -> shown.pod().phase()),
                ListColumn.<ShownPod>number(
                                "restarts",
                                "Restarts",
                                shown -> Cell.text(Formats.count(shown.pod().totalRestarts())))
                        .width(90)
                        .from(MEDIUM)
                        .sorted(shown -> shown.pod().totalRestarts()),
                ListColumn.<ShownPod>text("exit", "Last exit", PodList::lastExit)
                        .width(110)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.pod().lastExit().map(Termination::finished)));
    }

    private static Stream<ListColumn<ShownPod>> whatItUses() {
        return Stream.of(
                ListColumn.<ShownPod>number("cpu", "CPU", PodList::cpu)
                        .width(72)
                        .from(WIDE)
                        .sortedKnown(shown -> shown.usage().map(Usage::cores)),
                ListColumn.<ShownPod>number("memory", "Memory", PodList::memory)
                        .width(84)
                        .from(WIDE)
                        .sortedKnown(shown -> shown.usage().map(Usage::memory)),
                ListColumn.<ShownPod>number("volumes", "Volumes", PodList::volumes)
                        .width(84)
                        .onRequest()
                        .sortedKnown(shown -> shown.volumes().flatMap(VolumeWords::size)));
    }

    private static Cell.Text volumes(ShownPod shown) {
        return shown.volumes()
                .map(VolumeWords::cell)
                .orElseGet(() -> Cell.absent("You lack the right to list persistentvolumeclaims."));
    }

    private static Stream<ListColumn<ShownPod>> whereItIs() {
        return Stream.of(
                ListColumn.link("node", "Node", PodList::node)
                        .width(84)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.pod().node()),
                ListColumn.<ShownPod>text("zone", "Zone", PodList::zoneCell)
                        .width(72)
                        .from(WIDE)
                        .sortedKnown(ShownPod::zone),
                ListColumn.<ShownPod>text("address", "IP", PodList::address)
                        .width(96)
                        .from(VERY_WIDE)
                        .sortedKnown(shown -> shown.pod().address()),
                ListColumn.<ShownPod>number(
                                "revision",
                                "Revision",
                                shown -> Cell.optional(
                                        shown.revision(),
                                        String::valueOf,
                                        "No revision is kept for it, or you may not see them."))
                        .width(80)
                        .from(VERY_WIDE)
                        .sortedKnown(ShownPod::revision),
                ListColumn.<ShownPod>time(
                                "age", "Age", shown -> new Cell.Time(shown.pod().created()))
                        .width(84)
                        .from(MEDIUM)
                        .sorted(Comparator.comparing(
                                        (ShownPod shown) -> shown.pod().created())
                                .reversed()));
    }

    private static Cell.Text ready(ShownPod shown) {
        Pod pod = shown.pod();
        return Cell.text(pod.readyContainers() + " / " + pod.containers().size());
    }

    private static Cell.Text lastExit(ShownPod shown) {
        return shown.pod()
                .lastExit()
                .map(exit ->
                        Cell.text(ServiceWords.exit(exit)).hint(exit.message()).asOf(exit.finished()))
                .orElseGet(() -> Cell.text("never").in(Cell.Tone.DIM).hint("No container of it has ended."));
    }

    static Cell.Text cpu(ShownPod shown) {
        return ServiceWords.used(
                shown.usage().map(used -> Formats.cores(used.cores())),
                shown.cpuShare(),
                "its limit of "
                        + shown.pod().limits().cores().map(Formats::cores).orElse("")
                        + "; beyond it the pod is slowed down.");
    }

    static Cell.Text memory(ShownPod shown) {
        return ServiceWords.used(
                shown.usage().map(used -> Formats.bytes(used.memory())),
                shown.memoryShare(),
                "its limit of "
                        + shown.pod().limits().memory().map(Formats::bytes).orElse("")
                        + "; beyond it a container is killed.");
    }

    /** A link for who may open the node's page. */
    static Cell.Link node(ShownPod shown) {
        String name = shown.pod().node().orElse("");
        return shown.seesNodes() && !name.isEmpty()
                ? new Cell.Link(FleetNavigation.node(name), name, "", "")
                : new Cell.Link("", "", name.isEmpty() ? Formats.ABSENT : name, "");
    }

    private static Cell.Text zoneCell(ShownPod shown) {
        return Cell.optional(
                shown.zone(),
                zone -> zone,
                shown.seesNodes() ? "Its node names no zone." : "You lack the right to list nodes.");
    }

    private static Cell.Text address(ShownPod shown) {
        return Cell.optional(shown.pod().address(), address -> address, "It has no address yet.")
                .in(Cell.Tone.MONO);
    }

    private static String searched(ShownPod shown) {
        Pod pod = shown.pod();
        return String.join(
                " ",
                pod.name(),
                pod.phase(),
                pod.health().reason(),
                pod.node().orElse(""),
                pod.address().orElse(""));
    }
}
