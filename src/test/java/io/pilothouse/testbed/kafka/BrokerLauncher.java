package io.pilothouse.testbed.kafka;

import io.pilothouse.testbed.kafka.launcher.BrokerMain;
import io.pilothouse.testbed.process.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts brokers as child JVMs. */
final class BrokerLauncher {

    private static final int METRICS_PORT = 9404;

    private final Path directory;
    private final int heapMegabytes;

    /**
     * @param directory takes the few files that all brokers share
     * @param heapMegabytes how much each may hold
     */
    BrokerLauncher(Path directory, int heapMegabytes) {
        this.directory = directory;
        this.heapMegabytes = heapMegabytes;
        String main = BrokerMain.class.getName().replace('.', '/') + ".class";
        copy("/" + main, directory.resolve("classes").resolve(main));
        copy("/testbed/kafka/log4j2.properties", directory.resolve("classes/log4j2.properties"));
        copy("/testbed/kafka/metrics.yaml", directory.resolve("metrics.yaml"));
    }

    /**
     * Starts a broker.
     *
     * @param properties its server.properties
     * @param address where its metrics are served
     * @param log takes its output
     */
    ChildProcess launch(
            KafkaInstallation installation,
            String name,
            Path properties,
            String clusterId,
            InetAddress address,
            Path log) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "-javaagent:%s=%s:%d:%s"
                        .formatted(
                                installation.metricsAgent(),
                                address.getHostAddress(),
                                METRICS_PORT,
                                directory.resolve("metrics.yaml")),
                "-cp",
                installation.classPath(directory.resolve("classes")),
                BrokerMain.class.getName(),
                properties.toString(),
                clusterId);
        return ChildProcess.start(name, command, Map.of(), directory, log);
    }

    private static void copy(String resource, Path file) {
        try (InputStream in = BrokerLauncher.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            Files.createDirectories(file.getParent());
            Files.write(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
