package io.pilothouse.groups.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.Arrangements;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.fleet.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the list of groups of consumers shows. */
final class GroupsViewModel {

    private final Arrangements<ShownGroup> arrangements;
    private @Nullable LivePicture picture;

    GroupsViewModel(Arrangements<ShownGroup> arrangements) {
        this.arrangements = arrangements;
    }

    void show(LivePicture newest) {
        picture = newest;
    }

    Arrangement<ShownGroup> answer(ListQuery query) {
        return seen().map(fleet -> arrangements.of(fleet.fleet(), fleet.sight(), query, () -> groups(fleet)))
                .orElseGet(Arrangement::empty);
    }

    /** Whether groups keep up, in the namespaces that are looked at. */
    Optional<Answer> headline(ListQuery query) {
        return Optional.of(answer(query.only(GroupList.NAMESPACE)))
                .filter(all -> !all.rows().isEmpty())
                .map(all -> GroupsAnswer.of(all.rows(), old()));
    }

    Absence whyEmpty(ListQuery query, Arrangement<ShownGroup> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), GroupList.DEFINITION.noun())
                : unknown()
                        .map(Absence::because)
                        .orElseGet(() -> new Absence(
                                "There are no consumer groups",
                                "None has committed an offset or has a member, in the Kafka clusters that you may see. "
                                        + "They appear here by themselves."));
    }

    private static Stream<ShownGroup> groups(VisibleFleet fleet) {
        return fleet.clusters().stream()
                .flatMap(cluster -> cluster.groups().known().stream().flatMap(List::stream))
                .map(group -> ShownGroup.of(group, fleet));
    }

    /** Why some of it is from before, if it is. */
    private Optional<Failure> old() {
        return seen().stream()
                .flatMap(fleet -> fleet.clusters().stream())
                .flatMap(cluster -> cluster.groups().problem().stream())
                .findFirst();
    }

    /** While rights or groups are not known at all, nobody can say whether there are any. */
    private Optional<Failure> unknown() {
        Optional<Failure> rights = Optional.ofNullable(picture)
                .map(LivePicture::sight)
                .filter(sight -> sight.known().isEmpty())
                .flatMap(sight -> sight.problem());
        return rights.or(
                        () -> seen().flatMap(fleet -> fleet.source(Source.KAFKA).failure()))
                .or(this::old);
    }

    private Optional<VisibleFleet> seen() {
        return Optional.ofNullable(picture).map(LivePicture::fleet);
    }
}
