package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.WorkloadId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces all pods of a service one after another, as its update strategy says, by the annotation that {@code kubectl rollout restart} sets.
 *
 * @param at when it was asked for
 */
public record RestartWorkload(WorkloadId service, Instant at) implements TemplateChange {

    private static final String ANNOTATION = "kubectl.kubernetes.io/restartedAt";

    @Override
    public String title() {
        return "Restart " + service.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        object(material);
        Map<String, Object> template = Map.of(
                "metadata",
                Map.of(
                        "annotations",
                        Map.of(ANNOTATION, at.truncatedTo(ChronoUnit.SECONDS).toString())));
        return new Write.Patch(target(), "", Map.of("spec", Map.of("template", template)), Write.Merge.STRATEGIC);
    }

    @Override
    public String command() {
        return "kubectl rollout restart " + target().inCommand();
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return RolloutProgress.of(service, aftermath, _ -> Optional.empty());
    }
}
