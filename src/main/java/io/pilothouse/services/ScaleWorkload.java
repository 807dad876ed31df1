package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.WayBack;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sets how many replicas a Deployment or StatefulSet wants, through its subresource {@code scale}.
 *
 * @param replicas at least 0
 */
public record ScaleWorkload(WorkloadId service, int replicas) implements Change {

    private static final String SCALE = "scale";

    public ScaleWorkload {
        if (replicas < 0) {
            throw new IllegalArgumentException("There are no " + replicas + " replicas");
        }
    }

    /** Whether a workload of this kind has a replica count of its own. */
    public static boolean fits(WorkloadKind kind) {
        return kind == WorkloadKind.DEPLOYMENT || kind == WorkloadKind.STATEFUL_SET;
    }

    @Override
    public Target target() {
        return Target.of(service);
    }

    @Override
    public String title() {
        return "Scale " + service.name() + " to " + replicas;
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch", SCALE));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (!fits(service.kind())) {
            throw new Unfit("A " + service.kind().kind() + " has no replica count");
        }
        if (material.object().isEmpty()) {
            throw new Unfit(service.kind().kind() + " " + service.name() + " is not there any more");
        }
        return new Write.Patch(target(), SCALE, Map.of("spec", Map.of("replicas", replicas)), Write.Merge.REPLACE);
    }

    @Override
    public String command() {
        return "kubectl scale " + target().inCommand() + " --replicas=" + replicas;
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return RolloutProgress.of(service, aftermath, this::superseded);
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        boolean inForce = fleet.workload(service)
                .filter(now -> now.replicas().desired() == replicas)
                .isPresent();
        return done.stream()
                .filter(field -> inForce && field.path().equals("spec.replicas"))
                .flatMap(field -> field.before().stream())
                .map(Integer::valueOf)
                .map(before -> new WayBack("Scale back to " + before, new ScaleWorkload(service, before)))
                .findFirst();
    }

    private Optional<String> superseded(Workload now) {
        int wanted = now.replicas().desired();
        return wanted == replicas
                ? Optional.empty()
                : Optional.of("Something else was wanted meanwhile: " + wanted + " replicas");
    }
}
