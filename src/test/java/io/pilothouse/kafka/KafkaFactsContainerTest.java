package io.pilothouse.kafka;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The contract on Kafka as Apache packs it, one version behind our client. Skipped where there is no Docker. */
class KafkaFactsContainerTest extends KafkaFactsContract {

    private static KafkaContainer kafka;

    @BeforeAll
    static void start() {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        if (!docker) {
            System.out.println(
                    "[skipped] The Kafka adapter's contract on a Testcontainers Kafka: there is no Docker here");
        }
        assumeTrue(docker, "There is no Docker here");
        kafka = new KafkaContainer("apache/kafka:4.3.1");
        kafka.start();
    }

    @AfterAll
    static void stop() {
        if (kafka != null) {
            kafka.stop();
        }
    }

    @Override
    String bootstrapServers() {
        return kafka.getBootstrapServers();
    }
}
