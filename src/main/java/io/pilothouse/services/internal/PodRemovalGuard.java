package io.pilothouse.services.internal;

import io.pilothouse.access.Look;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.NodeRoom;
import io.pilothouse.change.Situation;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.PodRemoval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands for and against having a pod go. */
@Component
class PodRemovalGuard implements Guard {

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (!(change instanceof PodRemoval removal)
                || !(situation.fleet().workload(removal.service()) instanceof Look.Seen<Workload>(Workload service))) {
            return List.of();
        }
        Optional<Pod> found = service.pods().stream()
                .filter(pod -> pod.uid().equals(removal.uid()))
                .findFirst();
        return Stream.of(
                        PodRemovalRules.broker(service).stream(),
                        situation.material().object().stream().map(object -> PodRemovalRules.owner(service, object)),
                        found.stream().flatMap(pod -> PodRemovalRules.budgets(removal, service, pod)),
                        found.stream().flatMap(pod -> PodRemovalRules.lastReady(service, pod, situation.fleet())),
                        found.stream().flatMap(pod -> room(service, pod, situation)))
                .flatMap(each -> each)
                .toList();
    }

    /** A DaemonSet's pod is made on the same node. */
    private static Stream<Check> room(Workload service, Pod pod, Situation situation) {
        return PodRemoval.replaced(service.id().kind()) && service.id().kind() != WorkloadKind.DAEMON_SET
                ? Stream.of(NodeRoom.replacing(pod, situation.fleet()))
                : Stream.empty();
    }
}
