package io.pilothouse.testbed.scene;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scene's objects, as they stand in the files under {@code testbed/scene}. */
final class SceneManifests {

    private static final String FOLDER = "/testbed/scene/";
    private static final List<String> FILES = List.of(
            "namespaces",
            "orders",
            "payments",
            "shipping",
            "notifications",
            "storefront",
            "inventory",
            "log-agent",
            "recommendations",
            "reports",
            "trends",
            "warehouse-loader");

    private SceneManifests() {}

    /** All objects, namespaces first; everything that can run does. */
    static List<HasMetadata> all() {
        return FILES.stream().flatMap(file -> read(file).stream()).toList();
    }

    /** The second revision of {@code recommendations}, which cannot start. */
    static List<HasMetadata> recommendationsWithoutModel() {
        return read("recommendations-without-model");
    }

    /** What of it puts load on Kafka. */
    static List<SceneWorkload> workloadsOnKafka() {
        List<HasMetadata> all = all();
        return all.stream()
                .flatMap(object -> workload(object, all))
                .filter(workload -> workload.environment().containsKey("KAFKA_BOOTSTRAP_SERVERS"))
                .toList();
    }

    private static Stream<SceneWorkload> workload(HasMetadata object, List<HasMetadata> all) {
        return switch (object) {
            case Deployment deployment ->
                Stream.of(workload(
                        deployment
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .getFirst(),
                        deployment.getSpec().getReplicas() == null
                                ? fewestReplicas(deployment, all)
                                : deployment.getSpec().getReplicas()));
            case StatefulSet set ->
                Stream.of(workload(
                        set.getSpec().getTemplate().getSpec().getContainers().getFirst(),
                        set.getSpec().getReplicas()));
            default -> Stream.empty();
        };
    }

    private static int fewestReplicas(Deployment deployment, List<HasMetadata> all) {
        return all.stream()
                .filter(HorizontalPodAutoscaler.class::isInstance)
                .map(HorizontalPodAutoscaler.class::cast)
                .filter(autoscaler -> autoscaler
                        .getSpec()
                        .getScaleTargetRef()
                        .getName()
                        .equals(deployment.getMetadata().getName()))
                .findFirst()
                .map(autoscaler -> autoscaler.getSpec().getMinReplicas())
                .orElse(1);
    }

    private static SceneWorkload workload(Container container, int replicas) {
        Map<String, String> environment = container.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
        return new SceneWorkload(container.getImage(), replicas, environment);
    }

    private static List<HasMetadata> read(String file) {
        String path = FOLDER + file + ".yaml";
        try (InputStream in = Objects.requireNonNull(SceneManifests.class.getResourceAsStream(path), path)) {
            Object read = Serialization.unmarshal(in);
            List<?> objects = read instanceof List<?> list ? list : List.of(read);
            return objects.stream().map(HasMetadata.class::cast).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
