package io.pilothouse.services.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.Usage;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.LagWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list of the members of groups in a service's pods looks like. */
final class ReaderList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;

    static final ListDefinition<ShownReader> DEFINITION = new ListDefinition<>(
            "members",
            shown -> shown.group().name() + " " + shown.member().id(),
            Stream.of(whoReads(), whatItReads(), whatItUses())
                    .flatMap(columns -> columns)
                    .toList(),
            List.of(
                    ListFilter.of(
                            "group", "Group", shown -> Stream.of(shown.group().name())),
                    ListFilter.of(
                            "node",
                            "Node",
                            shown -> shown.pod().flatMap(pod -> pod.pod().node()).stream()),
                    ListFilter.of("zone", "Zone", shown -> shown.pod().flatMap(ShownPod::zone).stream())),
            ReaderList::searched,
            Comparator.comparing((ShownReader shown) -> shown.group().name())
                    .thenComparing(shown -> shown.podName().orElse(""))
                    .thenComparing(shown -> shown.member().id()),
            shown -> shown.member().assigned());

    private ReaderList() {}

    private static Stream<ListColumn<ShownReader>> whoReads() {
        return Stream.of(
                ListColumn.<ShownReader>text("pod", "Pod", ReaderList::pod)
                        .width(220)
                        .grows(3)
                        .sortedKnown(ShownReader::podName),
                ListColumn.<ShownReader>state(
                                "state",
                                "State",
                                shown -> new Cell.State(shown.pod()
                                        .map(pod -> pod.pod().health().state())
                                        .orElse(HealthState.UNKNOWN)))
                        .from(MEDIUM)
                        .sorted(shown -> shown.pod()
                                .map(pod -> pod.pod().health().state())
                                .orElse(HealthState.UNKNOWN)),
                ListColumn.<ShownReader>link(
                                "group",
                                "Group",
                                shown -> new Cell.Link(
                                        FleetNavigation.group(shown.group()),
                                        shown.group().name(),
                                        "",
                                        ""))
                        .width(110)
                        .grows(2)
                        .from(WIDE)
                        .sorted(shown -> shown.group().name()),
                ListColumn.<ShownReader>text(
                                "client",
                                "Client",
                                shown -> Cell.text(shown.member().clientId())
                                        .hint(shown.member().id()))
                        .onRequest()
                        .sorted(shown -> shown.member().clientId()));
    }

    private static Stream<ListColumn<ShownReader>> whatItReads() {
        return Stream.of(
                ListColumn.<ShownReader>number("partitions", "Partitions", ReaderList::partitions)
                        .width(88)
                        .sorted(shown -> shown.member().assigned().size()),
                ListColumn.<ShownReader>number(
                                "lag",
                                "Lag",
                                shown -> LagWords.messages(shown.progress().lag()))
                        .width(84)
                        .sortedKnown(shown -> known(shown.progress().lag())),
                ListColumn.<ShownReader>number(
                                "consumed",
                                "Consumed",
                                shown -> LagWords.rate(shown.progress().consumed()))
                        .width(92)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.progress().consumed()));
    }

    private static Stream<ListColumn<ShownReader>> whatItUses() {
        return Stream.of(
                ListColumn.<ShownReader>number("cpu", "CPU", shown -> used(shown, PodList::cpu))
                        .width(72)
                        .sortedKnown(
                                shown -> shown.pod().flatMap(ShownPod::usage).map(Usage::cores)),
                ListColumn.<ShownReader>number(
                                "limit",
                                "of its limit",
                                shown -> Cell.optional(
                                        shown.pod().flatMap(ShownPod::cpuShare),
                                        Formats::percent,
                                        "It has no CPU limit, or what it uses is not known."))
                        .width(92)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.pod().flatMap(ShownPod::cpuShare)),
                ListColumn.<ShownReader>number("memory", "Memory", shown -> used(shown, PodList::memory))
                        .width(84)
                        .from(WIDE)
                        .sortedKnown(
                                shown -> shown.pod().flatMap(ShownPod::usage).map(Usage::memory)),
                ListColumn.<ShownReader>link(
                                "node",
                                "Node",
                                shown -> shown.pod()
                                        .map(PodList::node)
                                        .orElseGet(() -> new Cell.Link("", "", Formats.ABSENT, "")))
                        .width(84)
                        .from(MEDIUM)
                        .sortedKnown(
                                shown -> shown.pod().flatMap(pod -> pod.pod().node())),
                ListColumn.<ShownReader>text(
                                "zone",
                                "Zone",
                                shown -> Cell.optional(
                                        shown.pod().flatMap(ShownPod::zone),
                                        zone -> zone,
                                        "Its node or that node's zone is not known to you."))
                        .width(64)
                        .from(WIDE)
                        .sortedKnown(shown -> shown.pod().flatMap(ShownPod::zone)));
    }

    private static Cell.Text pod(ShownReader shown) {
        return shown.podName()
                .map(name -> Cell.text(name)
                        .in(Cell.Tone.MONO)
                        .hint(shown.pod().isPresent() ? name : name + " is gone; the group has yet to notice."))
                .orElseGet(() -> Cell.absent("You lack the right to list its pods."));
    }

    private static Cell.Text partitions(ShownReader shown) {
        Cell.Text count = Cell.text(Formats.count(shown.member().assigned().size()));
        return shown.member().idle()
                ? count.hint("Nothing is assigned to it: the group has more members than partitions, or rebalances.")
                : count.hint(shown.member().assigned().stream()
                        .map(PartitionId::toString)
                        .collect(Collectors.joining(", ")));
    }

    private static Cell.Text used(ShownReader shown, Function<ShownPod, Cell.Text> figure) {
        return shown.pod().map(figure).orElseGet(() -> Cell.absent("The pod is not known."));
    }

    private static Optional<Long> known(OptionalLong lag) {
        return lag.isPresent() ? Optional.of(lag.getAsLong()) : Optional.empty();
    }

    private static String searched(ShownReader shown) {
        return String.join(
                " ",
                shown.podName().orElse(""),
                shown.group().name(),
                shown.member().clientId(),
                shown.pod().flatMap(pod -> pod.pod().node()).orElse(""));
    }
}
