package io.pilothouse.clusters.ui;

import io.pilothouse.access.Look;
import io.pilothouse.access.Right;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.clusters.RestartAnswer;
import io.pilothouse.clusters.RestartRule;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page of one Kafka cluster shows. */
final class ClusterViewModel {

    private ClusterViewModel() {}

    /** What there is to show. */
    sealed interface Content {}

    /**
     * The cluster.
     *
     * @param brokers its brokers, as the person may see them
     * @param seesNodes whether the person may see nodes
     */
    record Shown(KafkaCluster cluster, List<ShownBroker> brokers, boolean seesNodes) implements Content {}

    /** The person's rights are not known, so nobody can say whether they may see it. */
    record Unknown(Failure failure) implements Content {}

    /** The person may not see it, there or not. */
    record Hidden(Right missing) implements Content {}

    /** It is not there. */
    record Missing() implements Content {}

    static Content content(LivePicture picture, ClusterId id) {
        if (picture.sight() instanceof Observed.Missing<?>(Failure failure)) {
            return new Unknown(failure);
        }
        return switch (picture.fleet().cluster(id)) {
            case Look.Seen<KafkaCluster> seen ->
                shown(seen.content(), picture.fleet().seesNodes());
            case Look.Hidden<KafkaCluster> hidden -> new Hidden(hidden.missing());
            case Look.Absent<KafkaCluster> _ -> absent(picture);
        };
    }

    private static Shown shown(KafkaCluster cluster, boolean seesNodes) {
        Map<Integer, RestartAnswer> restarts = RestartRule.all(cluster);
        return new Shown(
                cluster,
                cluster.brokers().stream()
                        .map(broker -> new ShownBroker(
                                cluster.id(),
                                broker,
                                Optional.ofNullable(restarts.get(broker.id())).orElseThrow(),
                                seesNodes))
                        .toList(),
                seesNodes);
    }

    /** While Kubernetes tells nothing, clusters that only it knows may well be there. */
    private static Content absent(LivePicture picture) {
        Optional<Failure> kubernetes = picture.fleet().fleet().namespaces().isEmpty()
                ? picture.fleet().source(Source.KUBERNETES).failure()
                : Optional.empty();
        return kubernetes.<Content>map(Unknown::new).orElseGet(Missing::new);
    }
}
