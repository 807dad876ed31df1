package io.pilothouse.testbed;

import io.pilothouse.testbed.controlplane.Account;
import java.util.List;

/** The settings with which a console uses a local platform. */
public final class ConsoleSettings {

    private ConsoleSettings() {}

    /** As command-line arguments of the console. */
    public static List<String> of(LocalPlatform platform) {
        var files = platform.controlPlane().files();
        return List.of(
                "--pilothouse.kubernetes.kubeconfig=" + files.kubeconfig(Account.CONSOLE),
                "--pilothouse.prometheus.url=" + files.addresses().prometheusUrl(),
                "--logging.level.org.apache.kafka=off",
                "--pilothouse.kafka.clusters[0].namespace=" + KafkaSide.NAMESPACE,
                "--pilothouse.kafka.clusters[0].name=" + KafkaSide.CLUSTER,
                "--pilothouse.kafka.clusters[0].bootstrap-servers="
                        + platform.kafka().bootstrapServers(),
                "--pilothouse.audit.cluster=" + KafkaSide.NAMESPACE + "/" + KafkaSide.CLUSTER,
                "--pilothouse.audit.directory=" + platform.directory().resolve("audit"));
    }
}
