package io.pilothouse.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The platform does what a real cluster would, as kubectl and the kernel see it. */
@UsesLocalPlatform
class LocalPlatformTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Kubectl kubectl;

    LocalPlatformTest(LocalPlatform platform) {
        this.kubectl = new Kubectl(platform);
    }

    @Test
    void aDeploymentScaledWithKubectlGetsItsPods() {
        kubectl.run("scale", "-n", "shop", "deployment/shipping", "--replicas=4");
        try {
            await().atMost(LIMIT).until(() -> ready("deployment/shipping").equals("4"));
        } finally {
            kubectl.run("scale", "-n", "shop", "deployment/shipping", "--replicas=2");
        }
        await().atMost(LIMIT).until(() -> ready("deployment/shipping").equals("2"));
    }

    @Test
    void aBrokerPodThatIsDeletedComesBack() {
        String before = uid("main-brokers-2");

        kubectl.run("delete", "pod", "-n", "kafka", "main-brokers-2", "--wait=false");

        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> !uid("main-brokers-2").equals(before) && brokerReady());
    }

    @Test
    void logsComeThroughTheApiServer() {
        String pod = kubectl.run("get", "pods", "-n", "shop", "-l", "app.kubernetes.io/name=orders", "-o", "name")
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(kubectl.run("logs", "-n", "shop", pod, "--tail=5")).isNotBlank();
    }

    @Test
    void nothingListensOutsideLoopback() throws IOException {
        Set<Long> pids = Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());

        List<String> sockets = ListeningSockets.of(pids);

        assertThat(sockets).hasSizeGreaterThan(10).allMatch(ListeningSockets::isLoopback);
    }

    private String ready(String workload) {
        return kubectl.run("get", "-n", "shop", workload, "-o", "jsonpath={.status.readyReplicas}");
    }

    private String uid(String pod) {
        return kubectl.run("get", "pod", "-n", "kafka", pod, "-o", "jsonpath={.metadata.uid}");
    }

    private boolean brokerReady() {
        return kubectl.run(
                        "get",
                        "pod",
                        "-n",
                        "kafka",
                        "main-brokers-2",
                        "-o",
                        "jsonpath={.status.conditions[?(@.type==\"Ready\")].status}")
                .equals("True");
    }
}
