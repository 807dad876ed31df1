package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.base.FieldChange;
import io.pilothouse.base.FieldPaths;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sets the fields of a service's object that a person has edited, and leaves all others alone.
 *
 * @param patch the fields, as a JSON merge patch (RFC 7386)
 * @param former the merge patch that gives these fields the values back that they had when they were edited; empty where that is not known
 * @param takeOver the paths of the fields to be set though another manager owns them by server-side apply
 */
public record EditManifest(
        WorkloadId service, Map<String, Object> patch, Optional<Map<String, Object>> former, Set<String> takeOver)
        implements Change {

    private static final String STATUS = "status";
    private static final String METADATA = "metadata";

    /** What makes it this object and no other. */
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");

    /** The only parts of its metadata that people decide of. */
    private static final Set<String> EDITABLE_METADATA =
            Set.of("labels", "annotations", "finalizers", "ownerReferences");

    public EditManifest {
        patch = new LinkedHashMap<>(patch);
        takeOver = Set.copyOf(takeOver);
    }

    /** Whether objects of this kind may be edited: those that people write and not an operator, and that are not done once they ran. */
    public static boolean fits(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, CRON_JOB -> true;
            case JOB, STRIMZI_POD_SET -> false;
        };
    }

    @Override
    public Target target() {
        return Target.of(service);
    }

    @Override
    public String title() {
        return "Edit YAML of " + service.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (!fits(service.kind())) {
            throw new Unfit("A " + service.kind().kind() + " cannot be edited here");
        }
        if (material.object().isEmpty()) {
            throw new Unfit(service.kind().kind() + " " + service.name() + " is not there any more");
        }
        Optional<String> fixed = fixed();
        if (fixed.isPresent()) {
            throw new Unfit(fixed.orElseThrow());
        }
        return new Write.Patch(target(), "", patch, Write.Merge.REPLACE);
    }

    @Override
    public boolean takesOver(String path) {
        return takeOver.contains(path);
    }

    @Override
    public String command() {
        String json = JsonMapper.shared().writeValueAsString(patch).replace("'", "'\\''");
        return "kubectl patch " + target().inCommand() + " --type=merge -p '" + json + "'";
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return TemplateChange.fits(service.kind())
                ? RolloutProgress.of(
                        service,
                        aftermath,
                        now -> RolloutProgress.later(aftermath) && !wantedBy(now)
                                ? Optional.of("It was changed again meanwhile")
                                : Optional.empty())
                : aftermath
                        .fleet()
                        .workload(service)
                        .<Progress>map(EditManifest::taken)
                        .orElseGet(() -> new Progress.Failed("The service was deleted"));
    }

    /** The former values, which nobody has stated to want, or those whom it took them from. */
    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        Set<String> paths = done.stream().map(FieldChange::path).collect(Collectors.toUnmodifiableSet());
        return former.filter(_ -> fleet.workload(service).filter(this::wantedBy).isPresent())
                .map(before -> new WayBack(
                        "Give the former values back", new EditManifest(service, before, Optional.empty(), paths)));
    }

    /** Whether it still wants what was edited, as far as the picture holds it. */
    private boolean wantedBy(Workload now) {
        Map<?, ?> spec = patch.get("spec") instanceof Map<?, ?> edited ? edited : Map.of();
        boolean replicas = !(spec.get("replicas") instanceof Number count)
                || count.intValue() == now.replicas().desired();
        Map<String, String> template =
                spec.get("template") instanceof Map<?, ?> edited ? FieldPaths.of(edited) : Map.of();
        return replicas
                && now.revisions().stream()
                        .limit(1)
                        .allMatch(present -> present.template().entrySet().containsAll(template.entrySet()));
    }

    private static Progress taken(Workload now) {
        return new Progress.Settled(now.id().name() + " is as it was edited");
    }

    /** Why it cannot be: the fields that nobody can change. */
    private Optional<String> fixed() {
        Optional<String> identity = patch.keySet().stream()
                .filter(IDENTITY::contains)
                .findFirst()
                .map(field -> "An object keeps its " + field + "; make a new one instead");
        Stream<String> metadata = patch.get(METADATA) instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf)
                : patch.containsKey(METADATA) ? Stream.of(METADATA) : Stream.empty();
        return identity.or(() -> metadata.filter(field -> !EDITABLE_METADATA.contains(field))
                        .findFirst()
                        .map(EditManifest::kept))
                .or(() -> Optional.of("Its status is what controllers find; it cannot be edited")
                        .filter(_ -> patch.containsKey(STATUS)));
    }

    private static String kept(String field) {
        return field.equals("name") || field.equals("namespace")
                ? "An object keeps its " + field + "; make a new one instead"
                : "metadata." + field + " is kept by the API server; it cannot be edited";
    }
}
