package io.pilothouse.services;

import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Change;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.WayBack;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Optional;

/** A change of a service's pod template, after which its pods are replaced one after another, as its update strategy says. */
public sealed interface TemplateChange extends Change
        permits ChangeImage, ChangeResources, RestartWorkload, RollBackWorkload {

    /** Whose template. */
    WorkloadId service();

    /** Whether a workload of this kind replaces its pods when its template changes. */
    static boolean fits(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET -> true;
            case JOB, CRON_JOB, STRIMZI_POD_SET -> false;
        };
    }

    @Override
    default Target target() {
        return Target.of(service());
    }

    @Override
    default Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return RollBackWorkload.undoing(service(), done, fleet).map(undo -> new WayBack("Roll back", undo));
    }

    /** The object as it is now. */
    default LiveObject object(Material material) throws Unfit {
        if (!fits(service().kind())) {
            throw new Unfit("A " + service().kind().kind() + " does not replace its pods when its template changes");
        }
        return material.object()
                .orElseThrow(() ->
                        new Unfit(service().kind().kind() + " " + service().name() + " is not there any more"));
    }
}
