package io.pilothouse.clusters.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.clusters.RestartWords;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What the list of a cluster's brokers looks like. */
final class BrokerList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;
    private static final int VERY_WIDE = 1600;

    static final ListDefinition<ShownBroker> DEFINITION = new ListDefinition<>(
            "brokers",
            shown -> shown.broker().id(),
            Stream.of(howItIs(), whereItIs(), figures())
                    .flatMap(columns -> columns)
                    .toList(),
            List.of(
                    StateFilter.of(shown -> shown.broker().health()),
                    ListFilter.of("role", "Role", shown -> BrokerWords.roles(shown.broker())),
                    ListFilter.of("zone", "Zone", shown -> shown.zone().stream())),
            BrokerList::searched,
            Comparator.comparing(shown -> shown.broker().id()),
            BrokerList::noteworthy);

    private BrokerList() {}

    private static Stream<ListColumn<ShownBroker>> howItIs() {
        return Stream.of(
                ListColumn.<ShownBroker>link("id", "Broker", BrokerList::id)
                        .width(66)
                        .grows(0)
                        .sorted(shown -> shown.broker().id()),
                ListColumn.<ShownBroker>state(
                                "state",
                                "State",
                                shown -> new Cell.State(shown.broker().health().state()))
                        .sorted(shown -> shown.broker().health().state()),
                ListColumn.<ShownBroker>text("why", "Why", shown -> BrokerWords.why(shown.broker()))
                        .width(80)
                        .grows(5),
                ListColumn.<ShownBroker>text("restart", "May restart", BrokerList::restart)
                        .width(98)
                        .from(MEDIUM)
                        .sorted(shown -> shown.restart().verdict()),
                ListColumn.<ShownBroker>text("roles", "Roles", shown -> BrokerWords.rolesInWords(shown.broker()))
                        .width(110)
                        .grows(1)
                        .from(MEDIUM)
                        .sorted(shown ->
                                BrokerWords.rolesInWords(shown.broker()).text()));
    }

    private static Stream<ListColumn<ShownBroker>> whereItIs() {
        return Stream.of(
                ListColumn.<ShownBroker>text("pod", "Pod", BrokerList::pod)
                        .width(122)
                        .grows(2)
                        .from(MEDIUM)
                        .sortedKnown(ShownBroker::pod),
                ListColumn.<ShownBroker>text(
                                "node",
                                "Node",
                                shown -> Cell.optional(shown.node(), node -> node, "No pod of it is on a node."))
                        .width(82)
                        .from(VERY_WIDE)
                        .sortedKnown(ShownBroker::node),
                ListColumn.<ShownBroker>text("zone", "Zone", BrokerList::zone)
                        .width(76)
                        .from(WIDE)
                        .sortedKnown(ShownBroker::zone));
    }

    private static Stream<ListColumn<ShownBroker>> figures() {
        return Stream.of(
                load("leaders", "Leaders", 74, Broker.Load::leaders).from(MEDIUM),
                load("replicas", "Replicas", 76, Broker.Load::replicas).from(WIDE),
                load("out-of-sync", "Out of sync", 96, Broker.Load::outOfSync).from(MEDIUM),
                ListColumn.<ShownBroker>number(
                                "lag",
                                "In-sync lag",
                                shown -> BrokerWords.lag(shown.broker().load()))
                        .width(96)
                        .from(WIDE)
                        .sortedKnown(BrokerList::lag),
                ListColumn.<ShownBroker>number(
                                "disk",
                                "Disk used",
                                shown -> BrokerWords.disk(shown.broker().disk()))
                        .width(104)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.broker().disk().known().map(Broker.Disk::used)));
    }

    private static ListColumn<ShownBroker> load(String key, String title, int width, ToIntFunction<Broker.Load> count) {
        return ListColumn.<ShownBroker>number(
                        key,
                        title,
                        shown -> Cell.observed(shown.broker().load(), load -> Formats.count(count.applyAsInt(load))))
                .width(width)
                .sortedKnown(shown -> shown.broker().load().known().map(count::applyAsInt));
    }

    private static Cell.Link id(ShownBroker shown) {
        int id = shown.broker().id();
        return new Cell.Link(ClustersNavigation.broker(shown.cluster(), id), String.valueOf(id), "", "");
    }

    private static Cell.Text restart(ShownBroker shown) {
        if (shown.broker().pod().filter(Pod::restartAsked).isPresent()) {
            return Cell.text("asked for")
                    .hint("The operator is asked to restart it. May it be, now? "
                            + RestartWords.answer(shown.restart()));
        }
        String word = switch (shown.restart().verdict()) {
            case YES -> shown.restart().harmless() ? "yes" : "yes, with a gap";
            case NO -> "no";
            case UNKNOWN -> "not known";
        };
        return Cell.text(word).hint(RestartWords.answer(shown.restart()));
    }

    private static Cell.Text pod(ShownBroker shown) {
        return Cell.optional(shown.pod(), pod -> pod, "No pod is known that runs it.")
                .in(Cell.Tone.MONO);
    }

    private static Cell.Text zone(ShownBroker shown) {
        String reason = shown.seesNodes()
                ? "Neither Kafka nor its node names a zone."
                : "Kafka names no rack of it, and you lack the right to list nodes.";
        return Cell.optional(shown.zone(), zone -> zone, reason);
    }

    private static Optional<Long> lag(ShownBroker shown) {
        return shown.broker().load().known().flatMap(Broker.Load::lagging);
    }

    private static String searched(ShownBroker shown) {
        return String.join(
                " ",
                String.valueOf(shown.broker().id()),
                shown.broker().health().reason(),
                shown.pod().orElse(""),
                shown.node().orElse(""),
                shown.zone().orElse(""));
    }

    private static Object noteworthy(ShownBroker shown) {
        return List.of(
                shown.broker().health().state(),
                shown.broker().health().reason(),
                shown.broker().up(),
                shown.broker().activeController(),
                shown.broker().load().known().map(Broker.Load::leaders),
                shown.pod());
    }
}
