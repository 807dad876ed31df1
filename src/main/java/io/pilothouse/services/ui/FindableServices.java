package io.pilothouse.services.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.Findable;
import io.pilothouse.access.ui.Found;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Services and their pods. */
@Component
class FindableServices implements Findable {

    @Override
    public Stream<Found> in(VisibleFleet fleet) {
        return fleet.workloads()
                .flatMap(service -> Stream.concat(
                        Stream.of(found(service)),
                        fleet.seesPods(service.id().namespace())
                                ? service.pods().stream().map(pod -> found(service, pod))
                                : Stream.empty()));
    }

    private static Found found(Workload service) {
        return new Found(
                service.id().kind().kind(),
                service.id().name(),
                service.id().namespace(),
                Optional.of(service.health().state()),
                ServicesNavigation.details(service.id()));
    }

    private static Found found(Workload service, Pod pod) {
        return new Found(
                "Pod",
                pod.name(),
                pod.namespace(),
                Optional.of(pod.health().state()),
                ServicesNavigation.pods(service.id()) + "&q=" + pod.name());
    }
}
