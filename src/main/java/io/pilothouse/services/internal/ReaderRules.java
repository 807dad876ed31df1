package io.pilothouse.services.internal;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.change.Check;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.GroupPartition;
import io.pilothouse.fleet.Lag;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What another number of replicas means for what the service reads from Kafka. */
final class ReaderRules {

    private ReaderRules() {}

    static Stream<Check> checks(Workload service, int wanted, VisibleFleet fleet) {
        return fleet.groupsOf(service.id())
                .flatMap(group -> checks(new Readers(group, service, wanted))
                        .map(check -> check.at(FleetNavigation.group(group.id()))));
    }

    private static Stream<Check> checks(Readers readers) {
        if (readers.wanted() == 0) {
            return Stream.of(none(readers));
        }
        return Stream.of(idle(readers), pace(readers)).flatMap(Optional::stream);
    }

    private static Check none(Readers readers) {
        String topics = readers.topics();
        return readers.others() == 0
                ? Check.warn(
                        "Nothing of group " + readers.name() + " would read " + topics + " any more",
                        "no other members")
                : Check.pass(
                        "Others of group " + readers.name() + " go on reading " + topics,
                        readers.others() + " members elsewhere");
    }

    /** Each partition is read by one member of the group, so members beyond that wait (not so in a share group, KIP-932). */
    private static Optional<Check> idle(Readers readers) {
        if (readers.group().type() == ConsumerGroup.Type.SHARE) {
            return Optional.empty();
        }
        int partitions = readers.partitions();
        if (partitions == 0) {
            return Optional.of(
                    Check.unknown("It is not known how many partitions group " + readers.name() + " reads", ""));
        }
        int idle = readers.members() - partitions;
        return Optional.of(
                idle > 0
                        ? Check.warn(
                                idle + " of " + readers.members() + " consumers would have nothing to read: "
                                        + readers.topics() + " has " + partitions + " partitions",
                                "group " + readers.name())
                        : Check.pass(
                                partitions + " partitions to read: none of " + readers.members()
                                        + " consumers would idle",
                                readers.topics()));
    }

    /** What is written, against what as many replicas would read at the pace of the present ones. */
    private static Optional<Check> pace(Readers readers) {
        Optional<Lag> lag = readers.group().lag().known();
        Optional<Double> produced = lag.flatMap(Lag::produced);
        Optional<Double> each =
                lag.flatMap(Lag::consumed).filter(_ -> readers.present() > 0).map(all -> all / readers.membersNow());
        if (produced.isEmpty() || each.isEmpty() || readers.members() >= readers.membersNow()) {
            return Optional.empty();
        }
        double able = each.orElseThrow() * readers.members();
        double needed = produced.orElseThrow();
        String evidence = rate(needed) + " written, " + rate(each.orElseThrow()) + " read by each now";
        return Optional.of(
                able < needed
                        ? Check.warn(
                                "So few would read " + rate(able)
                                        + ", less than is written, unless they read faster than now",
                                evidence)
                        : Check.pass("So few still keep up with what is written", evidence));
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%.0f/s", perSecond);
    }

    /** What it reads, in words. */
    static String topics(ConsumerGroup group) {
        return group.partitions().known().stream()
                .flatMap(List::stream)
                .map(GroupPartition::id)
                .map(id -> id.topic())
                .distinct()
                .sorted()
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    /** The members of a group, with this many replicas of one service. */
    private record Readers(ConsumerGroup group, Workload service, int wanted) {

        String name() {
            return group.id().name();
        }

        int present() {
            return (int) group.members().stream()
                    .filter(member ->
                            member.origin().owner().filter(service.id()::equals).isPresent())
                    .count();
        }

        int membersNow() {
            return group.members().size();
        }

        int others() {
            return membersNow() - present();
        }

        /** A pod may run several consumers; new pods run as many as the present ones. */
        int members() {
            int pods = Math.max(1, service.replicas().ready());
            int each = Math.max(1, Math.round((float) present() / pods));
            return others() + wanted * each;
        }

        int partitions() {
            return group.partitions().known().map(List::size).orElse(0);
        }

        String topics() {
            return ReaderRules.topics(group);
        }
    }
}
