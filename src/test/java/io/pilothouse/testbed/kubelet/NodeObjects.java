package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The nodes as objects of the API server. */
final class NodeObjects {

    private static final String KUBELET_VERSION = "v1.36.3";
    private static final String PODS_A_NODE = "110";

    private final int port;
    private final Clock clock;

    NodeObjects(int port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    /** What a kubelet creates when it registers its node. */
    Node registered(LocalNode node) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(node.name())
                .withLabels(labels(node))
                .addToAnnotations("metrics.k8s.io/resource-metrics-path", LocalKubelet.metricsPath(node.name()))
                .endMetadata()
                .build();
    }

    /** The node's status, all well. */
    Node withStatus(LocalNode node) {
        Map<String, Quantity> capacity = new HashMap<>();
        capacity.put("cpu", new Quantity(String.valueOf(node.cpus())));
        capacity.put("memory", new Quantity(node.memoryGibibytes() + "Gi"));
        capacity.put("ephemeral-storage", new Quantity("200Gi"));
        capacity.put("pods", new Quantity(PODS_A_NODE));
        return new NodeBuilder()
                .withNewMetadata()
                .withName(node.name())
                .endMetadata()
                .withNewStatus()
                .withCapacity(capacity)
                .withAllocatable(capacity)
                .addNewAddress(LocalKubelet.HOST_ADDRESS, "InternalIP")
                .addNewAddress(node.name(), "Hostname")
                .withNewDaemonEndpoints()
                .withNewKubeletEndpoint(port)
                .endDaemonEndpoints()
                .addToConditions(condition(
                        "MemoryPressure",
                        "False",
                        "KubeletHasSufficientMemory",
                        "kubelet has sufficient memory available"))
                .addToConditions(
                        condition("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"))
                .addToConditions(condition(
                        "PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"))
                .addToConditions(condition("Ready", "True", "KubeletReady", "kubelet is posting ready status"))
                .withNewNodeInfo()
                .withArchitecture(architecture())
                .withOperatingSystem("linux")
                .withOsImage("Local platform on " + System.getProperty("os.name"))
                .withKernelVersion(System.getProperty("os.version"))
                .withContainerRuntimeVersion("local://" + Runtime.version().feature())
                .withKubeletVersion(KUBELET_VERSION)
                .withKubeProxyVersion("")
                .withMachineID(node.name())
                .withSystemUUID(node.name())
                .withBootID(node.name())
                .endNodeInfo()
                .endStatus()
                .build();
    }

    private static Map<String, String> labels(LocalNode node) {
        return Map.of(
                "kubernetes.io/hostname", node.name(),
                "kubernetes.io/os", "linux",
                "kubernetes.io/arch", architecture(),
                "topology.kubernetes.io/region", "local",
                "topology.kubernetes.io/zone", node.zone());
    }

    private NodeCondition condition(String type, String status, String reason, String message) {
        String now = ContainerStatuses.time(clock.instant());
        return new NodeConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withLastHeartbeatTime(now)
                .withLastTransitionTime(now)
                .build();
    }

    /** The processor's name as Go has it. */
    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case String other -> other;
        };
    }
}
