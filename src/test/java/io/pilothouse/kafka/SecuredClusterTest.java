package io.pilothouse.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.PartitionId;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.SourceUnavailable;
import io.pilothouse.testbed.RunsAlongside;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A real broker that wants TLS and credentials, reached as the console's settings say. */
@RunsAlongside
class SecuredClusterTest {

    private static final ClusterId CLUSTER = new ClusterId(ClusterId.EXTERNAL, "secured");
    private static final String USER = "console";
    private static final String PASSWORD = "correct-horse";
    private static final String KEY = "pilothouse.kafka.clusters[0].";

    private static SecuredBroker broker;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        broker = new SecuredBroker(directory);
        broker.start(USER, PASSWORD);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.plain()))) {
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> admin.describeCluster()
                                    .nodes()
                                    .get(2, TimeUnit.SECONDS)
                                    .size()
                            == 1);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            admin.createTopics(List.of(new NewTopic("ledger", 2, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void isReadWithScramOverTls() throws Exception {
        isRead(scramOverTls(PASSWORD), broker.scramOverTls());
    }

    @Test
    void isReadWithAUserAndAPasswordInPlainText() throws Exception {
        isRead(
                Map.of(
                        "security.protocol", "SASL_PLAINTEXT",
                        "sasl.mechanism", "PLAIN",
                        "sasl.jaas.config", jaas("plain.PlainLoginModule", PASSWORD)),
                broker.plainCredentials());
    }

    @Test
    void saysThatItsCredentialsAreRefused() {
        Failure failure = failure(scramOverTls("wrong-battery"), broker.scramOverTls());

        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.summary())
                .isEqualTo("Kafka cluster external/secured does not answer: it refuses the console's credentials");
        assertThat(failure.toString()).doesNotContain("wrong-battery");
    }

    @Test
    void saysThatItDoesNotTrustTheCertificate() {
        Map<String, String> properties = new HashMap<>(scramOverTls(PASSWORD));
        properties.keySet().removeIf(key -> key.startsWith("ssl."));

        Failure failure = failure(properties, broker.scramOverTls());

        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.summary()).endsWith("TLS fails");
        assertThat(failure.remedy()).contains("ssl.truststore");
    }

    @Test
    void saysWhichFileIsNotThereAndNoSecret() {
        Map<String, String> properties = new HashMap<>(scramOverTls(PASSWORD));
        properties.put("ssl.truststore.location", "/nowhere/truststore.p12");

        Failure failure = failure(properties, broker.scramOverTls());

        assertThat(failure.summary()).endsWith("the client cannot be made with its properties");
        assertThat(failure.detail()).contains("/nowhere/truststore.p12");
        assertThat(failure.toString()).doesNotContain(PASSWORD).doesNotContain(SecuredBroker.STORE_PASSWORD);
    }

    @Test
    void withoutPropertiesItSaysWhatTheListenerAsksFor() {
        Failure failure = failure(Map.of(), broker.plainCredentials());

        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.summary()).endsWith("asks for authentication");
        assertThat(failure.remedy()).contains("pilothouse.kafka.clusters[…].properties");
    }

    private static void isRead(Map<String, String> properties, String servers) throws Exception {
        try (AdminKafkaFacts facts = facts(properties, servers)) {
            KafkaConnection connection = facts.configured().getFirst();
            assertThat(connection.cluster()).isEqualTo(CLUSTER);

            KafkaClusterFacts cluster = facts.read(connection);

            assertThat(cluster.nodes())
                    .singleElement()
                    .satisfies(node -> assertThat(node.answered()).isInstanceOf(Observed.Fresh.class));
            assertThat(cluster.topics().known().orElseThrow())
                    .anySatisfy(topic -> assertThat(topic.name()).isEqualTo("ledger"));
            assertThat(facts.readProgress(connection, cluster).ends())
                    .containsKeys(new PartitionId("ledger", 0), new PartitionId("ledger", 1));
        }
    }

    private static Failure failure(Map<String, String> properties, String servers) {
        try (AdminKafkaFacts facts = facts(properties, servers)) {
            return catchThrowableOfType(
                            SourceUnavailable.class,
                            () -> facts.read(facts.configured().getFirst()))
                    .failure();
        }
    }

    private static AdminKafkaFacts facts(Map<String, String> properties, String servers) {
        Map<String, String> settings = new HashMap<>();
        settings.put(KEY + "name", "secured");
        settings.put(KEY + "bootstrap-servers", servers);
        properties.forEach((name, value) -> settings.put(KEY + "properties." + name, value));
        KafkaProperties bound = new Binder(new MapConfigurationPropertySource(settings))
                .bind("pilothouse.kafka", KafkaProperties.class)
                .get();
        return new AdminKafkaFacts(bound, Clock.systemUTC());
    }

    private static Map<String, String> scramOverTls(String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                jaas("scram.ScramLoginModule", password),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.location",
                broker.store().toString(),
                "ssl.truststore.password",
                SecuredBroker.STORE_PASSWORD);
    }

    private static String jaas(String module, String password) {
        return "org.apache.kafka.common.security." + module + " required username=\"" + USER + "\" password=\""
                + password + "\";";
    }
}
