package io.pilothouse.testbed.kafka;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The jars of one version of Kafka's server in the local Maven repository. They are for child processes only and never on our own class
 * path.
 *
 * @param version for instance {@code 4.4.0}
 * @param jars the server's class path
 * @param metricsAgent the JMX exporter, a Java agent that serves the server's MBeans to Prometheus
 */
public record KafkaInstallation(String version, List<Path> jars, Path metricsAgent) {

    private static final String AGENT = "jmx_prometheus_javaagent";

    public KafkaInstallation {
        jars = List.copyOf(jars);
    }

    /**
     * Finds the jars, with Maven's help the first time.
     *
     * @throws IOException when Maven cannot resolve them; says why
     */
    public static KafkaInstallation resolve(String version) throws IOException {
        List<Path> all =
                MavenClassPath.ofThisUser().resolve("/testbed/kafka/pom.xml", Map.of("kafka.version", version));
        List<Path> jars = all.stream().filter(jar -> !isAgent(jar)).toList();
        Path agent = all.stream().filter(KafkaInstallation::isAgent).findFirst().orElseThrow();
        return new KafkaInstallation(version, jars, agent);
    }

    private static boolean isAgent(Path jar) {
        return jar.getFileName().toString().startsWith(AGENT);
    }

    /** The class path of a server's JVM, behind the given folder. */
    String classPath(Path first) {
        return first
                + File.pathSeparator
                + jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
