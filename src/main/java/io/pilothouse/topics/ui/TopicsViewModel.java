package io.pilothouse.topics.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.Arrangements;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.fleet.Source;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the list of topics shows. */
final class TopicsViewModel {

    private final Arrangements<ShownTopic> arrangements;
    private @Nullable LivePicture picture;

    TopicsViewModel(Arrangements<ShownTopic> arrangements) {
        this.arrangements = arrangements;
    }

    void show(LivePicture newest) {
        picture = newest;
    }

    Arrangement<ShownTopic> answer(ListQuery query) {
        return seen().map(fleet -> arrangements.of(fleet.fleet(), fleet.sight(), query, () -> topics(fleet)))
                .orElseGet(Arrangement::empty);
    }

    /** How topics are, in the namespaces that are looked at. */
    Optional<Answer> headline(ListQuery query) {
        return Optional.of(answer(query.only(TopicList.NAMESPACE)))
                .filter(all -> !all.rows().isEmpty())
                .map(all -> TopicsAnswer.of(all.rows(), old()));
    }

    Absence whyEmpty(ListQuery query, Arrangement<ShownTopic> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), TopicList.DEFINITION.noun())
                : unknown()
                        .map(Absence::because)
                        .orElseGet(() -> new Absence(
                                "There are no topics",
                                "None is in the Kafka clusters that you may see. They appear here by themselves."));
    }

    private static Stream<ShownTopic> topics(VisibleFleet fleet) {
        return fleet.clusters().stream().flatMap(cluster -> ShownTopic.of(cluster, fleet));
    }

    /** Why some of it is from before, if it is. */
    private Optional<Failure> old() {
        return seen().stream()
                .flatMap(fleet -> fleet.clusters().stream())
                .flatMap(cluster -> cluster.topics().problem().stream())
                .findFirst();
    }

    /** While rights or topics are not known at all, nobody can say whether there are any. */
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
