package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.WayBack;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a service a pod template again that it had before, as {@code kubectl rollout undo} does: the whole template as the revision keeps it, and
 * why it came into being.
 *
 * @param revision its number
 * @param keptIn name of the ReplicaSet or ControllerRevision that keeps it
 */
public record RollBackWorkload(WorkloadId service, long revision, String keptIn) implements TemplateChange {

    private static final String TEMPLATE_PATH = "spec.template.";
    private static final String CAUSE = "kubernetes.io/change-cause";

    /** How the paths of a template's labels that its controller sets are called; they are nobody's choice. */
    private static final String HASH = "pod-template-hash";

    /** The way back from a change of the template that is still in force: to the newest revision that was as it was before. */
    static Optional<RollBackWorkload> undoing(WorkloadId service, List<FieldChange> done, Fleet fleet) {
        List<FieldChange> changed = done.stream()
                .filter(field -> field.path().startsWith(TEMPLATE_PATH))
                .map(field ->
                        new FieldChange(field.path().substring(TEMPLATE_PATH.length()), field.before(), field.after()))
                .toList();
        List<Revision> revisions =
                fleet.workload(service).map(found -> found.revisions()).orElse(List.of());
        boolean inForce = !changed.isEmpty()
                && !revisions.isEmpty()
                && changed.stream()
                        .allMatch(field -> value(revisions.getFirst(), field).equals(field.after()));
        return revisions.stream()
                .skip(1)
                .filter(_ -> inForce)
                .filter(old ->
                        changed.stream().allMatch(field -> value(old, field).equals(field.before())))
                .findFirst()
                .map(old -> new RollBackWorkload(service, old.number(), old.name()));
    }

    @Override
    public String title() {
        return "Roll back " + service.name() + " to revision " + revision;
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        return undoing(service, done, fleet).map(undo -> new WayBack("Undo", undo));
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"), kept().right("get"));
    }

    @Override
    public List<Target> reads() {
        return List.of(kept());
    }

    @Override
    public Write write(Material material) throws Unfit {
        LiveObject object = object(material);
        LiveObject kept = Optional.ofNullable(material.others().get(kept()))
                .orElseThrow(() -> new Unfit("Revision " + revision + " is not kept any more"));
        if (kept.children("metadata", "ownerReferences")
                .noneMatch(owner -> object.uid().equals(owner.get("uid")))) {
            throw new Unfit(keptIn + " is no revision of " + service.name());
        }
        Map<String, Object> template = template(kept);
        template.put("$patch", "replace");
        Map<String, Object> body = new HashMap<>(Map.of("spec", Map.of("template", template)));
        Optional<String> before = object.text("metadata", "annotations", CAUSE);
        Optional<String> cause = kept.text("metadata", "annotations", CAUSE);
        if (!before.equals(cause)) {
            Map<String, Object> annotations = new HashMap<>();
            annotations.put(CAUSE, cause.orElse(null));
            body.put("metadata", Map.of("annotations", annotations));
        }
        return new Write.Patch(target(), "", body, Write.Merge.STRATEGIC);
    }

    @Override
    public String command() {
        return "kubectl rollout undo " + target().inCommand() + " --to-revision=" + revision;
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return RolloutProgress.of(
                service,
                aftermath,
                now -> RolloutProgress.later(aftermath)
                        ? now.revisions().stream()
                                .findFirst()
                                .filter(current -> !current.name().equals(keptIn))
                                .map(current -> "Another template was wanted meanwhile: revision " + current.number())
                        : Optional.empty());
    }

    private Target kept() {
        return service.kind() == WorkloadKind.DEPLOYMENT
                ? new Target("apps", "v1", "ReplicaSet", "replicasets", service.namespace(), keptIn)
                : new Target("apps", "v1", "ControllerRevision", "controllerrevisions", service.namespace(), keptIn);
    }

    /** The template as it was before its controller labelled it. */
    private Map<String, Object> template(LiveObject kept) throws Unfit {
        Optional<Object> found = service.kind() == WorkloadKind.DEPLOYMENT
                ? kept.at("spec", "template")
                : kept.at("data", "spec", "template");
        if (!(found.orElse(null) instanceof Map<?, ?> map)) {
            throw new Unfit(keptIn + " keeps no pod template");
        }
        Map<String, Object> template = copy(map);
        if (template.get("metadata") instanceof Map<?, ?> given) {
            Map<String, Object> metadata = copy(given);
            if (metadata.get("labels") instanceof Map<?, ?> labels) {
                Map<String, Object> chosen = copy(labels);
                chosen.remove(HASH);
                metadata.put("labels", chosen);
            }
            template.put("metadata", metadata);
        }
        return template;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new HashMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                copy.put(String.valueOf(name), value);
            }
        });
        return copy;
    }

    private static Optional<String> value(Revision revision, FieldChange field) {
        return Optional.ofNullable(revision.template().get(field.path()));
    }
}
