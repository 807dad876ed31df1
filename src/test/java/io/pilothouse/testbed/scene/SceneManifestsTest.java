package io.pilothouse.testbed.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SceneManifestsTest {

    @Test
    void everyImageIsInTheCatalogue() {
        ServiceCatalogue catalogue = new ServiceCatalogue(Clock.systemUTC());
        assertThat(containers(SceneManifests.all())
                        .filter(container -> !container.getName().equals("reports")))
                .hasSize(10)
                .allSatisfy(container ->
                        assertThat(catalogue.nameOf(container.getImage())).contains(container.getName()));
    }

    @Test
    void aTagThatNobodyPushedIsNotInTheCatalogue() {
        ServiceCatalogue catalogue = new ServiceCatalogue(Clock.systemUTC());
        assertThat(catalogue.nameOf("registry.shop.example/orders:3.0.5")).contains("orders");
        assertThat(catalogue.nameOf("registry.shop.example/orders:latest")).isEmpty();
        assertThat(catalogue.nameOf("registry.shop.example/order:3.0.5")).isEmpty();
        assertThat(catalogue.nameOf("registry.elsewhere.example/orders:3.0.5")).isEmpty();
    }

    @Test
    void recommendationsLoseTheirModelInTheSecondRevision() {
        assertThat(recommendations(SceneManifests.all())).contains("MODEL_URL");
        assertThat(recommendations(SceneManifests.recommendationsWithoutModel()))
                .contains("KAFKA_GROUP_ID")
                .doesNotContain("MODEL_URL");
    }

    @Test
    void theLoadHasAsManyInstancesAsThePodsThatWillAdoptThem() {
        assertThat(SceneManifests.workloadsOnKafka())
                .extracting(workload -> workload.image().replaceAll(".*/|:.*", "") + " " + workload.replicas())
                .containsExactlyInAnyOrder(
                        "orders 2",
                        "payments 3",
                        "shipping 2",
                        "notifications 2",
                        "storefront 2",
                        "inventory 3",
                        "recommendations 2",
                        "trends 2",
                        "warehouse-loader 1");
    }

    private static List<String> recommendations(List<HasMetadata> objects) {
        return containers(objects)
                .filter(container -> container.getName().equals("recommendations"))
                .flatMap(container -> container.getEnv().stream().map(variable -> variable.getName()))
                .toList();
    }

    private static Stream<Container> containers(List<HasMetadata> objects) {
        return objects.stream().flatMap(object -> switch (object) {
            case Deployment it -> it.getSpec().getTemplate().getSpec().getContainers().stream();
            case StatefulSet it -> it.getSpec().getTemplate().getSpec().getContainers().stream();
            case DaemonSet it -> it.getSpec().getTemplate().getSpec().getContainers().stream();
            default -> Stream.empty();
        });
    }
}
