package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.pilothouse.fleet.Limits;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodLimitsTest {

    private static final Quantity MEBIBYTES_64 = new Quantity("64Mi");

    @Test
    void containersAndSidecarsAddUp() {
        Container sidecar = new ContainerBuilder(container(Map.of("cpu", new Quantity("250m"), "memory", MEBIBYTES_64)))
                .withRestartPolicy("Always")
                .build();
        PodSpec spec = new PodSpecBuilder()
                .withInitContainers(sidecar, container(Map.of("cpu", new Quantity("8"))))
                .withContainers(container(Map.of("cpu", new Quantity("1"), "memory", MEBIBYTES_64)))
                .build();

        assertThat(PodLimits.of(spec)).isEqualTo(new Limits(Optional.of(1250L), Optional.of(128L << 20)));
    }

    @Test
    void oneContainerWithoutALimitMayUseAllThereIs() {
        PodSpec spec = new PodSpecBuilder()
                .withContainers(
                        container(Map.of("cpu", new Quantity("1"), "memory", MEBIBYTES_64)),
                        container(Map.of("memory", MEBIBYTES_64)))
                .build();

        assertThat(PodLimits.of(spec)).isEqualTo(new Limits(Optional.empty(), Optional.of(128L << 20)));
    }

    @Test
    void whatThePodNamesAsAWholeWins() {
        PodSpec spec = new PodSpecBuilder()
                .withContainers(new ContainerBuilder().build())
                .withResources(limits(Map.of("cpu", new Quantity("2"))))
                .build();

        assertThat(PodLimits.of(spec)).isEqualTo(new Limits(Optional.of(2000L), Optional.empty()));
    }

    private static Container container(Map<String, Quantity> limits) {
        return new ContainerBuilder().withResources(limits(limits)).build();
    }

    private static ResourceRequirements limits(Map<String, Quantity> limits) {
        return new ResourceRequirementsBuilder().withLimits(limits).build();
    }
}
