package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.pilothouse.testbed.kafka.MavenClassPath;
import io.pilothouse.testbed.process.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * Strimzi's custom resource definitions, written by Strimzi's own generator from Strimzi's own model. The generator runs in a JVM of its
 * own: its jar brings another version of our Kubernetes client.
 */
public final class StrimziDefinitions {

    private static final String VERSION = "1.2.0";
    private static final String MODEL = "io.strimzi.api.kafka.model.";
    private static final Duration SERVED = Duration.ofSeconds(30);

    private static final List<String> KINDS = List.of(
            "kafka.Kafka",
            "nodepool.KafkaNodePool",
            "podset.StrimziPodSet",
            "topic.KafkaTopic",
            "user.KafkaUser",
            "rebalance.KafkaRebalance",
            "connect.KafkaConnect",
            "connector.KafkaConnector");

    private final List<Path> files;

    private StrimziDefinitions(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Writes the definitions, within two seconds once the generator's jars are there.
     *
     * @param directory takes one file for each kind
     * @throws IOException when the generator cannot be had or fails; says why
     */
    public static StrimziDefinitions generate(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> jars =
                MavenClassPath.ofThisUser().resolve("/testbed/strimzi/pom.xml", Map.of("strimzi.version", VERSION));
        Path log = Files.writeString(directory.resolve("generator.log"), "");
        try (ChildProcess generator =
                ChildProcess.start("crd-generator", command(jars, directory), Map.of(), directory, log)) {
            int code =
                    generator.exit().completeOnTimeout(-1, 1, TimeUnit.MINUTES).join();
            if (code != 0) {
                throw new IOException("Strimzi's CRD generator failed:\n" + Files.readString(log));
            }
        }
        return new StrimziDefinitions(
                KINDS.stream().map(kind -> file(directory, kind)).toList());
    }

    /** Applies the definitions and waits until the API server serves them, half a minute at most. */
    public void apply(KubernetesClient client) throws IOException {
        List<CustomResourceDefinition> applied = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                var definition =
                        client.apiextensions().v1().customResourceDefinitions().load(in);
                applied.add(definition.forceConflicts().serverSideApply());
            }
        }
        Awaitility.await("Strimzi's kinds served")
                .atMost(SERVED)
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .until(() -> applied.stream().allMatch(definition -> served(client, definition)));
    }

    /** A definition is established a little before its storage answers. */
    private static boolean served(KubernetesClient client, CustomResourceDefinition definition) {
        String path = "/apis/" + definition.getSpec().getGroup() + "/v1/"
                + definition.getSpec().getNames().getPlural() + "?limit=1";
        return client.raw(path) != null;
    }

    /** The arguments with which Strimzi's own build calls it. */
    private static List<String> command(List<Path> jars, Path directory) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "io.strimzi.crdgenerator.CrdGenerator",
                "--label",
                "app:strimzi",
                "--target-kube",
                "1.16+",
                "--crd-api-version",
                "v1",
                "--api-versions",
                "v1",
                "--storage-version",
                "v1",
                "--yaml"));
        KINDS.forEach(kind -> command.add(MODEL + kind + "=" + file(directory, kind)));
        return command;
    }

    private static Path file(Path directory, String kind) {
        return directory.resolve(kind + ".yaml");
    }
}
