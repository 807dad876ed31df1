package io.pilothouse.groups.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.ui.LagWords;
import io.pilothouse.services.ui.ServicesNavigation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the list of a group's members looks like. */
final class MemberList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;

    static final ListDefinition<ShownMember> DEFINITION = new ListDefinition<>(
            "members",
            shown -> shown.member().id(),
            Stream.of(whoItIs(), whereItRuns(), whatItReads())
                    .flatMap(columns -> columns)
                    .toList(),
            List.of(
                    ListFilter.of(
                            "service",
                            "Service",
                            shown -> shown.service().stream().map(WorkloadId::name)),
                    ListFilter.of("node", "Node", shown -> shown.node().stream()),
                    ListFilter.of("zone", "Zone", shown -> shown.zone().stream()),
                    ListFilter.of(
                            "reads", "Reads", shown -> Stream.of(shown.member().idle() ? "nothing" : "partitions"))),
            MemberList::searched,
            Comparator.comparing((ShownMember shown) -> shown.member().clientId())
                    .thenComparing(shown -> shown.member().id()),
            shown -> shown.member().assigned());

    private MemberList() {}

    private static Stream<ListColumn<ShownMember>> whoItIs() {
        return Stream.of(
                ListColumn.<ShownMember>text(
                                "client",
                                "Client",
                                shown -> Cell.text(shown.member().clientId())
                                        .in(Cell.Tone.STRONG)
                                        .hint(shown.member().id()))
                        .width(130)
                        .grows(2)
                        .sorted(shown -> shown.member().clientId()),
                ListColumn.<ShownMember>text(
                                "id",
                                "Member id",
                                shown -> Cell.text(shown.member().id()).in(Cell.Tone.MONO))
                        .width(260)
                        .onRequest(),
                ListColumn.<ShownMember>text(
                                "instance",
                                "Instance id",
                                shown -> Cell.optional(
                                        shown.member().instance(), instance -> instance, "It is no static member."))
                        .onRequest());
    }

    private static Stream<ListColumn<ShownMember>> whereItRuns() {
        return Stream.of(
                ListColumn.<ShownMember>link("service", "Service", MemberList::service)
                        .width(130)
                        .grows(2)
                        .sorted(shown -> service(shown).text()),
                ListColumn.<ShownMember>text("pod", "Pod", MemberList::pod)
                        .width(200)
                        .grows(4)
                        .from(MEDIUM)
                        .sortedKnown(shown -> shown.pod().map(MemberOrigin.InPod::pod)),
                ListColumn.<ShownMember>text("node", "Node", shown -> where(shown, shown.node()))
                        .width(90)
                        .from(MEDIUM)
                        .sortedKnown(ShownMember::node),
                ListColumn.<ShownMember>text("zone", "Zone", shown -> where(shown, shown.zone()))
                        .width(72)
                        .from(WIDE)
                        .sortedKnown(ShownMember::zone),
                ListColumn.<ShownMember>text(
                                "host",
                                "Connects from",
                                shown -> Cell.text(shown.member().host()).in(Cell.Tone.MONO))
                        .width(116)
                        .from(WIDE)
                        .sorted(shown -> shown.member().host()));
    }

    private static Stream<ListColumn<ShownMember>> whatItReads() {
        return Stream.of(
                ListColumn.<ShownMember>number("partitions", "Partitions", MemberList::partitions)
                        .width(88)
                        .sorted(shown -> shown.member().assigned().size()),
                ListColumn.<ShownMember>number("lag", "Lag", shown -> LagWords.messages(shown.lag()))
                        .width(84)
                        .sortedKnown(MemberList::known),
                ListColumn.<ShownMember>number("consumed", "Consumed", shown -> LagWords.rate(shown.consumed()))
                        .width(92)
                        .from(MEDIUM)
                        .sortedKnown(ShownMember::consumed),
                ListColumn.<ShownMember>text("assigned", "Reads", MemberList::assigned)
                        .width(110)
                        .grows(2)
                        .from(WIDE));
    }

    private static Cell.Link service(ShownMember shown) {
        return shown.service()
                .map(id -> new Cell.Link(ServicesNavigation.details(id), id.name(), id.namespace(), ""))
                .orElseGet(() -> new Cell.Link("", "", outside(shown), ""));
    }

    private static String outside(ShownMember shown) {
        return shown.member().origin() instanceof MemberOrigin.Outside ? "outside of Kubernetes" : Formats.ABSENT;
    }

    private static Cell.Text pod(ShownMember shown) {
        return shown.pod()
                .map(pod -> Cell.text(pod.pod()).in(Cell.Tone.MONO).hint(pod.namespace() + "/" + pod.pod()))
                .orElseGet(() -> Cell.absent(shown.missing()
                        .orElseGet(() -> GroupWords.origin(shown.member().origin()))));
    }

    private static Cell.Text where(ShownMember shown, Optional<String> value) {
        String reason = shown.seesNodes() || shown.pod().isEmpty()
                ? "The pod it runs in is not known, or on no node."
                : "You lack the right to list nodes.";
        return Cell.optional(value, place -> place, reason);
    }

    private static Cell.Text partitions(ShownMember shown) {
        Cell.Text count = Cell.text(Formats.count(shown.member().assigned().size()));
        return shown.member().idle()
                ? count.hint("Nothing is assigned to it: the group has more members than partitions, or rebalances.")
                : count;
    }

    private static Cell.Text assigned(ShownMember shown) {
        String words = AssignedPartitions.inWords(shown.member().assigned());
        return words.isEmpty()
                ? Cell.text("nothing").in(Cell.Tone.DIM)
                : Cell.text(words).in(Cell.Tone.DIM).hint(words);
    }

    private static Optional<Long> known(ShownMember shown) {
        return shown.lag().isPresent() ? Optional.of(shown.lag().getAsLong()) : Optional.empty();
    }

    private static String searched(ShownMember shown) {
        Member member = shown.member();
        return String.join(
                " ",
                member.clientId(),
                member.id(),
                member.host(),
                shown.pod().map(MemberOrigin.InPod::pod).orElse(""),
                shown.service().map(WorkloadId::name).orElse(""),
                shown.node().orElse(""));
    }
}
