package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.pilothouse.fleet.Resources;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodRequestsTest {

    private static final long MEBIBYTE = 1 << 20;

    @Test
    void containersAddUp() {
        PodSpec spec = new PodSpecBuilder()
                .withContainers(container("100m", "64Mi"), container("1.5", "0.5Gi"), new ContainerBuilder().build())
                .build();

        assertThat(PodRequests.of(spec)).isEqualTo(new Resources(1600, 576 * MEBIBYTE));
    }

    @Test
    void aStepBeforeTheStartCountsWhereItNeedsMore() {
        PodSpec spec = new PodSpecBuilder()
                .withInitContainers(container("2", "32Mi"))
                .withContainers(container("500m", "64Mi"))
                .build();

        assertThat(PodRequests.of(spec)).isEqualTo(new Resources(2000, 64 * MEBIBYTE));
    }

    @Test
    void sidecarsRunBesideTheStepsAfterThemAndBesideTheContainers() {
        Container sidecar = new ContainerBuilder(container("200m", "100Mi"))
                .withRestartPolicy("Always")
                .build();
        PodSpec spec = new PodSpecBuilder()
                .withInitContainers(container("600m", "10Mi"), sidecar, container("500m", "10Mi"))
                .withContainers(container("100m", "64Mi"))
                .build();

        assertThat(PodRequests.of(spec)).isEqualTo(new Resources(700, 164 * MEBIBYTE));
    }

    @Test
    void whatThePodNamesAsAWholeWinsAndItsOverheadComesOnTop() {
        PodSpec spec = new PodSpecBuilder()
                .withContainers(container("100m", "64Mi"))
                .withResources(requests(Map.of("cpu", new Quantity("1"))))
                .withOverhead(Map.of("memory", new Quantity("16Mi")))
                .build();

        assertThat(PodRequests.of(spec)).isEqualTo(new Resources(1000, 80 * MEBIBYTE));
    }

    private static Container container(String cpu, String memory) {
        return new ContainerBuilder()
                .withResources(requests(Map.of("cpu", new Quantity(cpu), "memory", new Quantity(memory))))
                .build();
    }

    private static ResourceRequirements requests(Map<String, Quantity> amounts) {
        return new ResourceRequirementsBuilder().withRequests(amounts).build();
    }
}
