package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has one container of a service run another image.
 *
 * @param container its name
 * @param image the whole name of the image, with its tag or digest
 */
public record ChangeImage(WorkloadId service, String container, String image) implements TemplateChange {

    @Override
    public String title() {
        return "Change image of " + service.name() + " to "
                + ImageName.of(image)
                        .flatMap(name -> name.tag().or(name::digest))
                        .orElse(image);
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (ImageName.of(image).isEmpty()) {
            throw new Unfit("\"" + image + "\" is no name of an image");
        }
        PodTemplate.container(object(material), container);
        return PodTemplate.patch(target(), Map.of("containers", List.of(Map.of("name", container, "image", image))));
    }

    @Override
    public String command() {
        return "kubectl set image " + target().inCommand() + " " + container + "=" + image;
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return RolloutProgress.of(service, aftermath, this::superseded);
    }

    private Optional<String> superseded(Workload now) {
        return now.images().contains(image)
                ? Optional.empty()
                : Optional.of("Something else was wanted meanwhile: image " + String.join(", ", now.images()));
    }
}
