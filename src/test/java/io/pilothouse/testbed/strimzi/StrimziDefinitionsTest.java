package io.pilothouse.testbed.strimzi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneFiles;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.rebalance.KafkaRebalance;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrimziDefinitionsTest {

    @TempDir
    Path directory;

    @Test
    void theApiServerServesStrimzisKinds() throws Exception {
        Programs programs = Programs.ofThisUser();
        programs.build(ProgramSet.CONTROL_PLANE, _ -> {});
        StrimziDefinitions definitions = StrimziDefinitions.generate(directory.resolve("definitions"));
        try (ControlPlane plane = new ControlPlane(new ControlPlaneFiles(directory), programs)) {
            plane.startAndAwait();
            try (KubernetesClient client = plane.client(Account.ADMIN)) {
                definitions.apply(client);

                assertThat(client.resources(Kafka.class).inAnyNamespace().list().getItems())
                        .isEmpty();
                assertThat(client.resources(KafkaRebalance.class)
                                .inAnyNamespace()
                                .list()
                                .getItems())
                        .isEmpty();
            }
        }
    }
}
