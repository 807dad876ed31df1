package io.pilothouse.services.internal;

import io.pilothouse.access.Look;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.NodeRoom;
import io.pilothouse.change.Situation;
import io.pilothouse.change.Target;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.RunCronJob;
import io.pilothouse.services.SuspendCronJob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands for and against suspending, resuming and running a CronJob. */
@Component
class CronJobGuard implements Guard {

    @Override
    public List<Check> look(Change change, Situation situation) {
        return switch (change) {
            case SuspendCronJob suspend ->
                batch(suspend.service(), situation.fleet()).stream()
                        .map(batch -> suspend.suspended()
                                ? CronJobRules.suspending(batch)
                                : CronJobRules.resuming(situation.material().object()))
                        .toList();
            case RunCronJob run ->
                batch(run.service(), situation.fleet()).stream()
                        .flatMap(batch -> running(run, batch, situation))
                        .toList();
            default -> List.of();
        };
    }

    private static Stream<Check> running(RunCronJob run, Batch batch, Situation situation) {
        Optional<LiveObject> cronJob =
                Optional.ofNullable(situation.material().others().get(Target.of(run.service())));
        Optional<Workload> service = workload(run.service(), situation.fleet());
        return Stream.of(
                        Stream.of(CronJobRules.beside(batch, cronJob)),
                        CronJobRules.whileSuspended(batch).stream(),
                        service
                                .flatMap(found ->
                                        QuotaRule.check(found, found.pods().size() + 1))
                                .stream(),
                        service.flatMap(found -> room(found, situation.fleet())).stream())
                .flatMap(each -> each);
    }

    /** By what the pods of an earlier run asked for. */
    private static Optional<Check> room(Workload service, VisibleFleet fleet) {
        return NodeRoom.check(1, service.pods().stream().findFirst().map(Pod::requests), fleet);
    }

    private static Optional<Batch> batch(WorkloadId id, VisibleFleet fleet) {
        return workload(id, fleet).flatMap(Workload::batch);
    }

    private static Optional<Workload> workload(WorkloadId id, VisibleFleet fleet) {
        return fleet.workload(id) instanceof Look.Seen<Workload>(Workload found)
                ? Optional.of(found)
                : Optional.empty();
    }
}
