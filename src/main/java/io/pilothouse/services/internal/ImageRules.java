package io.pilothouse.services.internal;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.change.Check;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ChangeImage;
import io.pilothouse.services.ImageName;
import io.pilothouse.services.PodTemplate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of an image that a service is to run. */
final class ImageRules {

    private static final String DEFAULT_REGISTRY = "the default registry";

    private ImageRules() {}

    static Stream<Check> checks(Workload service, ChangeImage change, VisibleFleet fleet) {
        Optional<ImageName> named = ImageName.of(change.image());
        return named.stream()
                .flatMap(name -> Stream.of(
                                Optional.of(tag(name)),
                                same(service, change),
                                repository(service, change, name),
                                Optional.of(registry(name, fleet)))
                        .flatMap(Optional::stream));
    }

    private static Check tag(ImageName name) {
        if (name.digest().isPresent()) {
            return Check.pass(
                    "It is named by its digest, so it is always the same",
                    name.digest().orElseThrow());
        }
        return name.mutable()
                ? Check.warn(
                        "The tag is mutable: pods made tomorrow may run something else",
                        name.tag().map(tag -> "tag " + tag).orElse("no tag, which means latest"))
                : Check.pass("The tag names one version", name.tag().orElseThrow());
    }

    private static Optional<Check> same(Workload service, ChangeImage change) {
        return PodTemplate.field(service, change.container(), "image")
                .filter(change.image()::equals)
                .map(image -> Check.warn("It runs this image already: no pod would be replaced", image));
    }

    private static Optional<Check> repository(Workload service, ChangeImage change, ImageName name) {
        return PodTemplate.field(service, change.container(), "image")
                .flatMap(ImageName::of)
                .filter(present -> !present.repository().equals(name.repository()))
                .map(present -> Check.warn(
                        "It is another program, not another version of the present one",
                        present.repository() + " → " + name.repository()));
    }

    /** Whether pods of the cluster come from there already. */
    private static Check registry(ImageName name, VisibleFleet fleet) {
        Set<String> known = fleet.workloads()
                .flatMap(workload -> workload.images().stream())
                .flatMap(image -> ImageName.of(image).stream())
                .map(ImageRules::host)
                .collect(Collectors.toSet());
        String host = host(name);
        return known.contains(host)
                ? Check.pass("Its registry serves this cluster already", host)
                : Check.unknown("No service runs an image from this registry; nodes may not reach it", host);
    }

    private static String host(ImageName name) {
        return name.registry().orElse(DEFAULT_REGISTRY);
    }
}
