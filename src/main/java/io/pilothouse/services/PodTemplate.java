package io.pilothouse.services;

import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pod template of a service. */
public final class PodTemplate {

    private static final Pattern IMAGE = Pattern.compile("spec\\.containers\\[(.+?)]\\.image");

    private PodTemplate() {}

    /** The names of its containers, as the picture holds them; init containers are not among them. */
    public static List<String> containers(Workload service) {
        return service.revisions().stream()
                .limit(1)
                .flatMap(present -> present.template().keySet().stream())
                .flatMap(path -> match(IMAGE.matcher(path)))
                .sorted()
                .toList();
    }

    /** A field of a container as it is wanted now: {@code image}, {@code resources.limits.memory}. */
    public static Optional<String> field(Workload service, String container, String field) {
        return service.revisions().stream().findFirst().flatMap(present -> field(present, container, field));
    }

    static Optional<String> field(Revision revision, String container, String field) {
        return Optional.ofNullable(revision.template().get("spec.containers[" + container + "]." + field));
    }

    /** The container of that name in a workload's object. */
    static Map<?, ?> container(LiveObject object, String name) throws Unfit {
        return object.children("spec", "template", "spec", "containers")
                .filter(container -> name.equals(container.get("name")))
                .findFirst()
                .orElseThrow(() -> new Unfit("It has no container " + name));
    }

    /** Sets fields of the template's {@code spec}, finding containers by their names. */
    static Write patch(Target target, Map<String, Object> spec) {
        return new Write.Patch(
                target, "", Map.of("spec", Map.of("template", Map.of("spec", spec))), Write.Merge.STRATEGIC);
    }

    private static Stream<String> match(Matcher matcher) {
        return matcher.matches() ? Stream.of(matcher.group(1)) : Stream.empty();
    }
}
