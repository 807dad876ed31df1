package io.pilothouse.topics.ui;

import io.pilothouse.access.Look;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Right;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import java.util.List;
import java.util.Optional;

/** What the page of one topic shows. */
final class TopicViewModel {

    private TopicViewModel() {}

    /** What there is to show. */
    sealed interface Content {}

    /**
     * The topic.
     *
     * @param readers the groups that read it
     * @param writers the services that write to it, as far as that is known and the person may see them
     * @param topicProblem why what is shown of it is old, if it is
     * @param groupsProblem why what is shown of groups is old or absent, if it is
     * @param resources the KafkaTopic resources that ask for it, as far as the person may see them; empty where Strimzi does not run the cluster
     */
    record Shown(
            Topic topic,
            List<TopicReader> readers,
            List<Flow> writers,
            Optional<Failure> topicProblem,
            Optional<Failure> groupsProblem,
            Optional<List<TopicResource>> resources)
            implements Content {}

    /** Rights or topics are not known, so nobody can say whether there is such a one. */
    record Unknown(Failure failure) implements Content {}

    /** The person may not see it, there or not. */
    record Hidden(Right missing) implements Content {}

    /** It is not there. */
    record Missing() implements Content {}

    static Content content(LivePicture picture, TopicId id) {
        if (picture.sight() instanceof Observed.Missing<?>(Failure failure)) {
            return new Unknown(failure);
        }
        VisibleFleet fleet = picture.fleet();
        return switch (fleet.topic(id)) {
            case Look.Seen<Topic> seen -> shown(seen.content(), fleet);
            case Look.Hidden<Topic> hidden -> new Hidden(hidden.missing());
            case Look.Absent<Topic> _ ->
                unknown(fleet, id).<Content>map(Unknown::new).orElseGet(Missing::new);
        };
    }

    private static Shown shown(Topic topic, VisibleFleet fleet) {
        KafkaCluster cluster = fleet.fleet().cluster(topic.id().cluster()).orElseThrow();
        return new Shown(
                topic,
                TopicReader.of(topic, cluster, fleet),
                fleet.flows()
                        .filter(flow -> flow.direction() == Flow.Direction.WRITES
                                && flow.topic().equals(topic.id()))
                        .toList(),
                cluster.topics().problem(),
                cluster.groups().problem(),
                cluster.strimzi()
                        .filter(_ -> fleet.sight()
                                .sees(ReadableKind.TOPIC_RESOURCES, cluster.id().namespace()))
                        .map(_ -> cluster.topicResources(topic.id().name()).stream()
                                .filter(resource -> fleet.sight()
                                        .sees(
                                                ReadableKind.TOPIC_RESOURCES,
                                                resource.resource().namespace()))
                                .toList()));
    }

    private static Optional<Failure> unknown(VisibleFleet fleet, TopicId id) {
        return fleet.fleet()
                .cluster(id.cluster())
                .map(cluster -> cluster.topics().known().isPresent()
                        ? Optional.<Failure>empty()
                        : cluster.topics().problem())
                .orElseGet(() -> fleet.fleet().namespaces().isEmpty()
                        ? fleet.source(Source.KUBERNETES).failure()
                        : Optional.empty());
    }
}
