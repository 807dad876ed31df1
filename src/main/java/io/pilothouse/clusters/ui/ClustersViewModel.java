package io.pilothouse.clusters.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.StateFilter;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the list of Kafka clusters shows. */
final class ClustersViewModel {

    private @Nullable LivePicture picture;

    void show(LivePicture newest) {
        picture = newest;
    }

    Arrangement<KafkaCluster> answer(ListQuery query) {
        List<KafkaCluster> clusters = fleet().map(VisibleFleet::clusters).orElse(List.of());
        return ClusterList.DEFINITION.arrange(clusters.stream(), query);
    }

    /** How Kafka clusters are, in the namespaces that are looked at. */
    Optional<Answer> headline(ListQuery query) {
        return Optional.of(answer(query.only(ClusterList.NAMESPACE)))
                .filter(all -> !all.rows().isEmpty())
                .map(all -> StateFilter.counts(all).inWords("Kafka cluster"));
    }

    Absence whyEmpty(ListQuery query, Arrangement<KafkaCluster> answer) {
        if (answer.total() > 0) {
            return Absence.nothingMatches(answer.total(), ClusterList.DEFINITION.noun());
        }
        return Optional.ofNullable(picture)
                .flatMap(ClustersViewModel::failure)
                .orElseGet(ClustersViewModel::nothingToSee);
    }

    private static Absence nothingToSee() {
        return new Absence(
                "There is no Kafka cluster that you may see",
                "Clusters come from Kafka resources in Kubernetes and from the console's settings, and appear here by "
                        + "themselves. A cluster is seen by who has the right to get its Kafka resource "
                        + "(kafkas.kafka.strimzi.io); whoever administers the Kubernetes cluster can give it.");
    }

    private static Optional<Absence> failure(LivePicture picture) {
        return Optional.of(picture.sight())
                .filter(sight -> sight.known().isEmpty())
                .flatMap(sight -> sight.problem())
                .or(() -> picture.fleet().source(Source.KAFKA).failure())
                .map(Absence::because);
    }

    private Optional<VisibleFleet> fleet() {
        return Optional.ofNullable(picture).map(LivePicture::fleet);
    }
}
