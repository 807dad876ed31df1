package io.pilothouse.services.ui;

import io.pilothouse.access.Look;
import io.pilothouse.access.Right;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of one service shows. */
final class ServiceViewModel {

    private ServiceViewModel() {}

    /** What there is to show. */
    sealed interface Content {}

    /** The service. */
    record Shown(Workload service, VisibleFleet fleet) implements Content {}

    /** Neither rights nor services are known, so nobody can say whether this one is there. */
    record Unknown(Failure failure) implements Content {}

    /** The person may not see it, there or not. */
    record Hidden(Right missing) implements Content {}

    /** It is not there. */
    record Missing() implements Content {}

    static Content content(LivePicture picture, WorkloadId id) {
        return unknown(picture).<Content>map(Unknown::new).orElseGet(() -> switch (picture.fleet()
                .workload(id)) {
            case Look.Seen<Workload> seen -> new Shown(seen.content(), picture.fleet());
            case Look.Hidden<Workload> hidden -> new Hidden(hidden.missing());
            case Look.Absent<Workload> _ -> new Missing();
        });
    }

    /** What stands beside the name: "Deployment · team checkout · image 3.0.4". */
    static String subtitle(Workload service) {
        String kind = service.id().kind().kind() + (service.isKafkas() ? ", run by Strimzi" : "");
        return Stream.of(
                        Optional.of(kind),
                        service.team().map(team -> "team " + team),
                        service.images().stream()
                                .findFirst()
                                .map(_ -> "image "
                                        + ServiceWords.image(service.images()).text()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /** The title of the tab of pods, with how many there are for who may see them. */
    static String podsTitle(Shown shown) {
        return shown.fleet().seesPods(shown.service().id().namespace())
                ? "Pods " + shown.service().pods().size()
                : "Pods";
    }

    private static Optional<Failure> unknown(LivePicture picture) {
        if (picture.sight().known().isEmpty()) {
            return picture.sight().problem();
        }
        return picture.fleet().fleet().namespaces().isEmpty()
                ? picture.fleet().source(Source.KUBERNETES).failure()
                : Optional.empty();
    }
}
