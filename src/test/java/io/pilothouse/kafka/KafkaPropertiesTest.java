package io.pilothouse.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.spi.KafkaConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.util.ExceptionUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KafkaPropertiesTest {

    private static final String PREFIX = "pilothouse.kafka.";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(Settings.class, AdminKafkaFacts.class);

    @EnableConfigurationProperties(KafkaProperties.class)
    static class Settings {}

    @Test
    void needsNothing() {
        application.run(context -> {
            KafkaProperties properties = context.getBean(KafkaProperties.class);
            assertThat(properties.clusters()).isEmpty();
            assertThat(properties.topicsPerRequest()).isEqualTo(200);
            assertThat(properties.deadlines().broker()).isEqualTo(Duration.ofMillis(1200));
        });
    }

    @Test
    void namesClustersThatKubernetesDoesNotKnow() {
        application
                .withPropertyValues(
                        PREFIX + "clusters[0].name=legacy",
                        PREFIX + "clusters[0].bootstrap-servers=a:9092,b:9092",
                        PREFIX + "clusters[1].namespace=kafka",
                        PREFIX + "clusters[1].name=main",
                        PREFIX + "clusters[1].bootstrap-servers=[::1]:9092")
                .run(context -> assertThat(
                                context.getBean(AdminKafkaFacts.class).configured())
                        .containsExactly(
                                new KafkaConnection(new ClusterId("external", "legacy"), "a:9092,b:9092"),
                                new KafkaConnection(new ClusterId("kafka", "main"), "[::1]:9092")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    clusters[0].name              | ''           | the cluster needs a name
                    clusters[0].namespace         | ' '          | it is empty
                    clusters[0].bootstrap-servers | ''           | the cluster needs at least one host:port
                    clusters[0].bootstrap-servers | a:9092,b     | b is not of the form host:port
                    topics-per-request            | 0            | 0 is less than 1
                    groups-per-request            | 0            | 0 is less than 1
                    deadlines.groups              | 0s           | a deadline must be longer than nothing
                    deadlines.log-dirs            | 0s           | a deadline must be longer than nothing
                    deadlines.cluster             | -1s          | a deadline must be longer than nothing
                    """)
    void namesTheSettingThatIsWrong(String key, String value, String problem) {
        application
                .withPropertyValues(
                        PREFIX + "clusters[0].name=main",
                        PREFIX + "clusters[0].bootstrap-servers=a:9092",
                        PREFIX + key + "=" + value)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessage(PREFIX + key + ": " + problem));
    }

    @Test
    void takesKafkasOwnSecurityPropertiesAndTellsNoneOfTheirValues() {
        application
                .withPropertyValues(
                        PREFIX + "clusters[0].name=legacy",
                        PREFIX + "clusters[0].bootstrap-servers=a:9092",
                        PREFIX + "clusters[0].properties.security.protocol=SASL_SSL",
                        PREFIX + "clusters[0].properties.sasl.jaas.config=Module required password=\"hidden\";")
                .run(context -> {
                    KafkaProperties properties = context.getBean(KafkaProperties.class);
                    Security security = properties.security(new ClusterId("external", "legacy"));
                    assertThat(security.secured()).isTrue();
                    assertThat(security.properties()).containsOnlyKeys("security.protocol", "sasl.jaas.config");
                    assertThat(security.withoutSecrets("Password hidden is wrong"))
                            .isEqualTo("Password … is wrong");
                    assertThat(properties.toString())
                            .contains("sasl.jaas.config")
                            .doesNotContain("hidden");
                    assertThat(properties.security(new ClusterId("kafka", "legacy")))
                            .isEqualTo(Security.NONE);
                });
    }

    @Test
    void refusesPropertiesThatAreNotAboutSecurity() {
        application
                .withPropertyValues(
                        PREFIX + "clusters[0].name=legacy",
                        PREFIX + "clusters[0].bootstrap-servers=a:9092",
                        PREFIX + "clusters[0].properties.ssl.keystore.password=hidden",
                        PREFIX + "clusters[0].properties.retries=7")
                .run(context -> {
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessage(PREFIX + "clusters[0].properties.retries: only properties that begin with"
                                    + " security., sasl. or ssl. can be set");
                    assertThat(ExceptionUtils.readStackTrace(Objects.requireNonNull(context.getStartupFailure())))
                            .doesNotContain("hidden");
                });
    }

    @Test
    void refusesAClusterThatIsThereTwice() {
        application
                .withPropertyValues(
                        PREFIX + "clusters[0].name=main",
                        PREFIX + "clusters[0].bootstrap-servers=a:9092",
                        PREFIX + "clusters[1].name=main",
                        PREFIX + "clusters[1].bootstrap-servers=b:9092")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage(PREFIX + "clusters[1].name: the cluster external/main is there twice"));
    }
}
