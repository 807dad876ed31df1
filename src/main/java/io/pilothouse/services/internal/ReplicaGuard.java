package io.pilothouse.services.internal;

import io.pilothouse.access.Look;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.NodeRoom;
import io.pilothouse.change.Situation;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ScaleWorkload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands for and against another number of replicas. */
@Component
class ReplicaGuard implements Guard {

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (!(change instanceof ScaleWorkload scale)
                || !(situation.fleet().workload(scale.service()) instanceof Look.Seen<Workload>(Workload service))) {
            return List.of();
        }
        int wanted = scale.replicas();
        return Stream.of(
                        Stream.of(AutoscalerRule.check(service, wanted)),
                        ReaderRules.checks(service, wanted, situation.fleet()),
                        QuotaRule.check(service, wanted).stream(),
                        NodeRoom.check(service, wanted, situation.fleet()).stream(),
                        underway(service).stream())
                .flatMap(each -> each)
                .toList();
    }

    private static Optional<Check> underway(Workload service) {
        return service.replicas().rollingOut() && !service.rollout().paused()
                ? Optional.of(Check.warn(
                        "A rollout is under way; it goes on with the new number",
                        service.replicas().updated() + " of "
                                + service.replicas().desired() + " pods updated"))
                : Optional.empty();
    }
}
