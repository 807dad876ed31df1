package io.pilothouse.services.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.Optional;

/** How facts of services are put into words and cells. */
final class ServiceWords {

    private ServiceWords() {}

    /** "2 / 3". */
    static String ready(ReplicaCounts replicas) {
        return replicas.ready() + " / " + replicas.desired();
    }

    /** "2 of 4 new" while a rollout is under way; else that all run the newest revision. */
    static String rollout(ReplicaCounts replicas) {
        if (!replicas.observed()) {
            return "about to start";
        }
        return replicas.rollingOut() ? replicas.updated() + " of " + replicas.desired() + " new" : "complete";
    }

    /** "2–6, now 3"; a dash without an autoscaler. */
    static String scaling(Optional<Autoscaling> autoscaling) {
        return autoscaling
                .map(scaling -> scaling.minimum() + "–" + scaling.maximum())
                .orElse(Formats.ABSENT);
    }

    /** "≥ 2" where there may have been more before the console began to watch. */
    static String restarts(Restarts restarts) {
        return (restarts.complete() ? "" : "≥ ") + Formats.count(restarts.count());
    }

    /** The tag of the first image, and how many more images there are. */
    static String imageTag(List<String> images) {
        if (images.isEmpty()) {
            return Formats.ABSENT;
        }
        String more = images.size() == 1 ? "" : " +" + (images.size() - 1);
        return Formats.imageTag(images.getFirst()) + more;
    }

    /** "137 OOMKilled". */
    static String exit(Termination exit) {
        return (exit.exitCode() + " " + exit.reason()).strip();
    }

    /** What stands under the name of a service: its kind where that is not the usual one. */
    static String remark(Workload service) {
        return service.isKafkas() ? "Kafka's" : "";
    }
}
