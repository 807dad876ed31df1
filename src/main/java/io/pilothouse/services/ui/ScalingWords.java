package io.pilothouse.services.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.ReplicaRange;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.Workload;
import java.util.Optional;

/** How what scales a service is put into words. */
final class ScalingWords {

    private static final String NONE = "Neither an HPA nor KEDA sets its replicas.";

    private ScalingWords() {}

    /** "2–10, now 3"; "paused at 4". */
    static Cell.Text cell(Workload service) {
        Optional<ScaledObject> keda = service.scaledObject();
        if (keda.filter(ScaledObject::paused).isPresent()) {
            return Cell.text(pause(keda.orElseThrow()))
                    .hint("Scaling by KEDA is paused, so nothing sets its replicas.");
        }
        return service.reachableRange()
                .map(range -> {
                    Cell.Text text = Cell.text(range(range) + ", now " + now(service));
                    return shortfall(service)
                            .map(words -> text.in(Cell.Tone.WARNING).hint(words))
                            .orElse(text.hint(hint(service)));
                })
                .orElseGet(() -> Cell.absent(NONE));
    }

    /** That a quota ends the range before its maximum: "Quota compute leaves room for 4 replicas, not for 10". */
    static Optional<String> shortfall(Workload service) {
        return service.range()
                .flatMap(range -> service.reachableRange()
                        .filter(reachable -> reachable.maximum() < range.maximum())
                        .flatMap(reachable -> service.headroom()
                                .map(room -> "Quota " + room.quota() + " leaves room for "
                                        + Formats.counted(reachable.maximum(), "replica") + ", not for "
                                        + range.maximum())));
    }

    /** "2–10". */
    static String range(ReplicaRange range) {
        return range.minimum() == range.maximum()
                ? String.valueOf(range.minimum())
                : range.minimum() + "–" + range.maximum();
    }

    /** "paused at 4"; "paused". */
    static String pause(ScaledObject keda) {
        return keda.pausedAt().map(replicas -> "paused at " + replicas).orElse("paused");
    }

    /** What scales it, and how it goes, as a sentence; empty for one with a fixed number of replicas. */
    static Optional<String> sentence(Workload service) {
        Optional<ScaledObject> keda = service.scaledObject();
        if (keda.filter(ScaledObject::paused).isPresent()) {
            return Optional.of("Its scaling by KEDA is " + pause(keda.orElseThrow()) + ".");
        }
        return service.range().map(range -> sentence(service, range));
    }

    private static String sentence(Workload service, ReplicaRange range) {
        String scaler = service.scaledObject().isPresent() ? "KEDA" : "Its autoscaler";
        if (problem(service).isPresent()) {
            return scaler + " cannot scale it.";
        }
        if (!handled(service)) {
            return "KEDA has not taken it up yet.";
        }
        String between = "between " + range.minimum() + " and " + Formats.counted(range.maximum(), "replica");
        return service.autoscaling()
                .filter(scaling -> scaling.desired() != scaling.current())
                .map(scaling -> scaler + " scales it " + steps(scaling) + ", " + between + ".")
                .orElse(scaler + " keeps it " + between + (wantsMore(service) ? ", and would go beyond." : "."));
    }

    private static String hint(Workload service) {
        return problem(service)
                .or(() -> unhandled(service))
                .orElseGet(() -> service.autoscaling().map(ScalingWords::wants).orElse("KEDA scales it."));
    }

    /** Why it cannot be scaled. */
    static Optional<String> problem(Workload service) {
        return service.scaledObject()
                .flatMap(ScaledObject::problem)
                .or(() -> service.autoscaling().flatMap(Autoscaling::problem));
    }

    /** That KEDA has yet to look at its ScaledObject. */
    static Optional<String> unhandled(Workload service) {
        return handled(service)
                ? Optional.empty()
                : Optional.of("KEDA has not taken up the ScaledObject; is its operator running?");
    }

    /** "It scales 3 → 5"; "It wants 3 replicas, and would go beyond its maximum". */
    static String wants(Autoscaling scaling) {
        if (scaling.desired() != scaling.current()) {
            return "It scales " + steps(scaling);
        }
        return "It wants " + Formats.counted(scaling.current(), "replica")
                + (scaling.wantsMore() ? ", and would go beyond its maximum" : "");
    }

    /** "the lag of group payments on topic orders, 50 messages a replica". */
    static String trigger(ScaledObject.Trigger trigger) {
        return trigger.kafka()
                .map(ScalingWords::lag)
                .orElseGet(() -> trigger.type()
                        + trigger.target()
                                .map(value -> ", " + value + " a replica")
                                .orElse(""));
    }

    private static String lag(ScaledObject.KafkaLag lag) {
        return "the lag of " + lag.group().map(group -> "group " + group).orElse("a group that only its pods know")
                + lag.topic().map(topic -> " on topic " + topic).orElse(" on all its topics") + ", "
                + Formats.counted(lag.messages(), "message") + " a replica";
    }

    private static boolean handled(Workload service) {
        return service.scaledObject().map(ScaledObject::handled).orElse(true);
    }

    private static boolean wantsMore(Workload service) {
        return service.autoscaling().filter(Autoscaling::wantsMore).isPresent();
    }

    private static String steps(Autoscaling scaling) {
        return scaling.current() + " → " + scaling.desired();
    }

    private static int now(Workload service) {
        return service.autoscaling()
                .map(Autoscaling::current)
                .orElse(service.replicas().desired());
    }
}
