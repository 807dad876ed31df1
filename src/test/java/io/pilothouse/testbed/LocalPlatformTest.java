package io.pilothouse.testbed;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.controlplane.Account;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalPlatformTest {

    private static final Duration START = Duration.ofMinutes(3);

    @Test
    void becomesWholeWithTheOperatorsClusterReady() throws Exception {
        try (LocalPlatform platform = LocalPlatform.prepare()) {
            platform.start();
            platform.awaitReady(START);

            try (KubernetesClient ops = platform.controlPlane().client(Account.OPS)) {
                await().atMost(START)
                        .until(() -> Kafka.isReady()
                                .test(ops.resources(Kafka.class)
                                        .inNamespace(KafkaSide.NAMESPACE)
                                        .withName(KafkaSide.CLUSTER)
                                        .get()));
            }
        }
    }
}
