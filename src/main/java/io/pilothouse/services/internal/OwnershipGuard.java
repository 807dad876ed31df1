package io.pilothouse.services.internal;

import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.FieldOwner;
import io.pilothouse.change.Guard;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Situation;
import io.pilothouse.services.PodRemoval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether something else keeps the object as it wants it, and so will put it back. */
@Component
class OwnershipGuard implements Guard {

    /** Marks that their tools' documentation names. */
    private static final Map<String, String> MARKS = Map.of(
            "argocd.argoproj.io/tracking-id", "Argo CD",
            "argocd.argoproj.io/instance", "Argo CD",
            "kustomize.toolkit.fluxcd.io/name", "Flux",
            "helm.toolkit.fluxcd.io/name", "Flux");

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** Controllers that write fields as their work, and give way to people. */
    private static final Set<String> GIVE_WAY = Set.of("kube-controller-manager");

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (change instanceof PodRemoval || asksTheOperator(situation)) {
            return List.of();
        }
        return situation.material().object().stream()
                .flatMap(object -> look(object, situation))
                .toList();
    }

    /** Annotations of its own are how Strimzi's operator is asked for something. */
    private static boolean asksTheOperator(Situation situation) {
        return !situation.fields().isEmpty()
                && situation.fields().stream()
                        .allMatch(field -> field.path().startsWith("metadata.annotations[strimzi.io/"));
    }

    private static Stream<Check> look(LiveObject object, Situation situation) {
        Optional<Check> tool = tool(object).or(() -> helm(object)).or(() -> operator(object));
        if (tool.isPresent()) {
            return tool.stream();
        }
        String owners = situation.owners().stream()
                .filter(FieldOwner::applies)
                .map(FieldOwner::manager)
                .filter(manager -> !GIVE_WAY.contains(manager))
                .distinct()
                .collect(Collectors.joining(", "));
        return Stream.of(
                owners.isEmpty()
                        ? Check.pass("Nothing else keeps these fields as it wants them", writers(situation))
                        : Check.warn(
                                "Another manager states what it wants of these fields, and may put them back", owners));
    }

    private static Optional<Check> tool(LiveObject object) {
        return Stream.of("labels", "annotations")
                .flatMap(part -> MARKS.keySet().stream()
                        .filter(mark -> object.at("metadata", part, mark).isPresent()))
                .findFirst()
                .map(mark -> Check.warn(
                        MARKS.get(mark) + " keeps this object, and will put it back at its next sync", mark));
    }

    private static Optional<Check> helm(LiveObject object) {
        return object.text("metadata", "labels", MANAGED_BY)
                .filter("Helm"::equals)
                .map(_ -> Check.warn(
                        "Helm made this object; its next upgrade may put it back",
                        object.text("metadata", "annotations", "meta.helm.sh/release-name")
                                .map(name -> "release " + name)
                                .orElse(MANAGED_BY)));
    }

    private static Optional<Check> operator(LiveObject object) {
        return object.children("metadata", "ownerReferences")
                .filter(owner -> Boolean.TRUE.equals(owner.get("controller")))
                .map(owner -> owner.get("kind") + " " + owner.get("name"))
                .map(owner -> Check.warn("Its controller keeps this object, and may put it back", owner))
                .findFirst();
    }

    private static String writers(Situation situation) {
        String names =
                situation.owners().stream().map(FieldOwner::manager).distinct().collect(Collectors.joining(", "));
        return names.isEmpty() ? "no other manager" : "last written by " + names;
    }
}
