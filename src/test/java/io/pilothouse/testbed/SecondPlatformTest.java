package io.pilothouse.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.controlplane.Account;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two runs at once on one machine do not meet. */
@UsesLocalPlatform
@RunsAlongside
class SecondPlatformTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration START = Duration.ofMinutes(3);

    @Test
    void aSecondPlatformRunsBesideTheFirst(LocalPlatform first) throws Exception {
        try (LocalPlatform second = LocalPlatform.prepare()) {
            second.start();
            second.awaitReady(START);

            assertThat(second.kafka().bootstrapServers())
                    .isNotEqualTo(first.kafka().bootstrapServers());
            try (KubernetesClient ops = second.controlPlane().client(Account.OPS)) {
                await().atMost(LIMIT)
                        .until(() -> Kafka.isReady()
                                .test(ops.resources(Kafka.class)
                                        .inNamespace(KafkaSide.NAMESPACE)
                                        .withName(KafkaSide.CLUSTER)
                                        .get()));
            }
        }
    }
}
