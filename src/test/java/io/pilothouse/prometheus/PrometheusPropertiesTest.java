package io.pilothouse.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PrometheusPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(PrometheusProperties.class)
    static class Settings {}

    @Test
    void needsNothing() {
        application.run(context -> assertThat(context.getBean(PrometheusProperties.class))
                .isEqualTo(new PrometheusProperties(null, Duration.ofSeconds(3))));
    }

    @Test
    void takesAUrlWithAPath() {
        application
                .withPropertyValues("pilothouse.prometheus.url=https://mimir.example/prometheus/")
                .run(context -> assertThat(
                                context.getBean(PrometheusProperties.class).queries())
                        .contains(URI.create("https://mimir.example/prometheus/api/v1/query")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=prometheus:9090",
                "url=http:prometheus",
                "url=ftp://prometheus",
                "url=http://prometheus:9090?a=b",
                "deadline=0s"
            })
    void namesTheSettingThatIsWrong(String setting) {
        String key = "pilothouse.prometheus." + setting.substring(0, setting.indexOf('='));
        application
                .withPropertyValues("pilothouse.prometheus." + setting)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageStartingWith(key + ": "));
    }

    @Test
    void refusesCredentialsWithoutRepeatingThem() {
        application
                .withPropertyValues("pilothouse.prometheus.url=http://admin:secret@prometheus:9090")
                .run(context -> assertThat(Throwables.getStackTrace(context.getStartupFailure()))
                        .contains("pilothouse.prometheus.url: it must not hold credentials")
                        .doesNotContain("secret"));
    }
}
