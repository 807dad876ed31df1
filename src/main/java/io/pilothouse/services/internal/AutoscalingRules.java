package io.pilothouse.services.internal;

import io.pilothouse.change.Check;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.EditAutoscaling;
import java.util.Optional;
import java.util.stream.Stream;

/** What a range of replicas means for a service as it is now. */
final class AutoscalingRules {

    private AutoscalingRules() {}

    static Stream<Check> checks(Workload service, EditAutoscaling edit) {
        return Stream.of(
                        keda(service),
                        requests(service, edit),
                        Optional.of(present(service, edit)),
                        quota(service, edit))
                .flatMap(Optional::stream);
    }

    /** What becomes of the replicas of a service that nothing scales any more. */
    static Check removed(Workload service) {
        return Check.warn(
                "Nothing adds replicas any more when the load grows",
                "stays at " + service.replicas().desired());
    }

    private static Optional<Check> keda(Workload service) {
        return service.scaledObject()
                .map(keda -> Check.block(
                        "KEDA scales it already; two autoscalers fight over the replica count",
                        "ScaledObject " + keda.name()));
    }

    /** CPU in percent is a share of what pods request; without a request there is none. */
    private static Optional<Check> requests(Workload service, EditAutoscaling edit) {
        Optional<Pod> pod = service.pods().stream().findFirst();
        if (pod.isEmpty() || !edit.create() && edit.cpuPercent().isEmpty()) {
            return Optional.empty();
        }
        long millicores = pod.orElseThrow().requests().millicores();
        return Optional.of(
                millicores == 0
                        ? Check.block(
                                "Its pods request no CPU, so nobody can say how many percent they use",
                                "set a CPU request first")
                        : Check.pass("Its pods request CPU, of which the target is a share", millicores + "m each"));
    }

    private static Check present(Workload service, EditAutoscaling edit) {
        int now = service.replicas().desired();
        if (now == 0) {
            return Check.warn("It is scaled to zero, where an autoscaler leaves it", "0 replicas");
        }
        if (now < edit.minimum()) {
            return Check.warn(
                    (edit.minimum() - now) + " replicas are added at once", now + " now, at least " + edit.minimum());
        }
        return now > edit.maximum()
                ? Check.warn(
                        (now - edit.maximum()) + " replicas are removed at once",
                        now + " now, at most " + edit.maximum())
                : Check.pass("The present replicas are within the range", now + " now");
    }

    private static Optional<Check> quota(Workload service, EditAutoscaling edit) {
        return service.headroom().map(room -> {
            long reachable = (long) service.pods().size() + room.pods();
            return edit.maximum() > reachable
                    ? Check.warn(
                            "Quota " + room.quota() + " ends the range at " + reachable + " replicas", room.resource())
                    : Check.pass("Quota " + room.quota() + " has room for the maximum", reachable + " replicas fit");
        });
    }
}
