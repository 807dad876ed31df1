package io.pilothouse.services.internal;

import io.pilothouse.access.Look;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.Situation;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ChangeImage;
import io.pilothouse.services.ChangeResources;
import io.pilothouse.services.ChangeResources.Amounts;
import io.pilothouse.services.EditManifest;
import io.pilothouse.services.PodTemplate;
import io.pilothouse.services.RestartWorkload;
import io.pilothouse.services.ScaleWorkload;
import io.pilothouse.services.TemplateChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands for and against an edit: the same as for the changes that it amounts to, by the fields that it changes. */
@Component
class EditGuard implements Guard {

    private static final String TEMPLATE = "spec.template.";
    private static final Pattern CONTAINER =
            Pattern.compile("spec\\.template\\.spec\\.containers\\[(.+?)]\\.(image$|resources)");

    private final ReplicaGuard replicas;
    private final RolloutGuard rollouts;

    EditGuard(ReplicaGuard replicas, RolloutGuard rollouts) {
        this.replicas = replicas;
        this.rollouts = rollouts;
    }

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (!(change instanceof EditManifest edit)
                || !(situation.fleet().workload(edit.service()) instanceof Look.Seen<Workload>(Workload service))) {
            return List.of();
        }
        return Stream.concat(
                        scaled(service, situation).stream().flatMap(part -> replicas.look(part, situation).stream()),
                        rolledOut(service, situation).flatMap(part -> rollouts.look(part, situation).stream()))
                .distinct()
                .toList();
    }

    private static Optional<ScaleWorkload> scaled(Workload service, Situation situation) {
        return after(situation, "spec.replicas")
                .filter(_ -> ScaleWorkload.fits(service.id().kind()))
                .map(count -> new ScaleWorkload(service.id(), Integer.parseInt(count)));
    }

    /** Any change of the template replaces all pods, as a restart does. */
    private static Stream<TemplateChange> rolledOut(Workload service, Situation situation) {
        List<FieldChange> template = situation.fields().stream()
                .filter(field -> field.path().startsWith(TEMPLATE))
                .toList();
        Stream<TemplateChange> named = template.stream()
                .map(field -> CONTAINER.matcher(field.path()))
                .filter(Matcher::lookingAt)
                .flatMap(found -> named(service, found.group(1), found.group(2), situation).stream());
        Stream<TemplateChange> all =
                template.isEmpty() ? Stream.empty() : Stream.of(new RestartWorkload(service.id(), Instant.EPOCH));
        return Stream.concat(named, all).distinct();
    }

    private static Optional<TemplateChange> named(
            Workload service, String container, String part, Situation situation) {
        return part.equals("resources")
                ? Optional.of(new ChangeResources(
                        service.id(),
                        container,
                        amounts(service, container, "requests", situation),
                        amounts(service, container, "limits", situation)))
                : after(situation, path(container, "image"))
                        .map(image -> new ChangeImage(service.id(), container, image));
    }

    private static Amounts amounts(Workload service, String container, String kind, Situation situation) {
        return new Amounts(
                amount(service, container, "resources." + kind + ".cpu", situation),
                amount(service, container, "resources." + kind + ".memory", situation));
    }

    /** As it is afterwards, edited or not. */
    private static Optional<String> amount(Workload service, String container, String field, Situation situation) {
        return situation.fields().stream()
                .filter(change -> change.path().equals(path(container, field)))
                .findFirst()
                .map(FieldChange::after)
                .orElseGet(() -> PodTemplate.field(service, container, field));
    }

    private static Optional<String> after(Situation situation, String path) {
        return situation.fields().stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .flatMap(FieldChange::after);
    }

    private static String path(String container, String field) {
        return TEMPLATE + "spec.containers[" + container + "]." + field;
    }
}
