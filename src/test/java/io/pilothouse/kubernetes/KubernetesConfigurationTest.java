package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class KubernetesConfigurationTest {

    @TempDir
    Path directory;

    private Path kubeconfig = Path.of("");

    @BeforeEach
    void write() throws IOException {
        kubeconfig = Files.writeString(directory.resolve("config"), """
                        apiVersion: v1
                        kind: Config
                        clusters:
                        - {name: near, cluster: {server: "https://127.0.0.1:1"}}
                        - {name: far, cluster: {server: "https://127.0.0.1:2"}}
                        users:
                        - {name: me, user: {token: secret}}
                        contexts:
                        - {name: near, context: {cluster: near, user: me}}
                        - {name: far, context: {cluster: far, user: me}}
                        current-context: near
                        """);
    }

    @Test
    void takesTheCurrentContextAndAsksNobody() {
        runner("pilothouse.kubernetes.kubeconfig=" + kubeconfig).run(context -> {
            var config = context.getBean(KubernetesClient.class).getConfiguration();
            assertThat(config.getMasterUrl()).isEqualTo("https://127.0.0.1:1/");
            assertThat(config.getUserAgent()).isEqualTo("pilothouse");
        });
    }

    @Test
    void takesTheContextThatIsNamed() {
        runner("pilothouse.kubernetes.kubeconfig=" + kubeconfig, "pilothouse.kubernetes.context=far")
                .run(context -> assertThat(context.getBean(KubernetesClient.class)
                                .getConfiguration()
                                .getMasterUrl())
                        .isEqualTo("https://127.0.0.1:2/"));
    }

    @Test
    void refusesAContextThatIsNotThereInsteadOfTakingAnother() {
        runner("pilothouse.kubernetes.kubeconfig=" + kubeconfig, "pilothouse.kubernetes.context=fra")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("pilothouse.kubernetes.context")
                        .satisfies(cause -> assertThat(String.valueOf(cause)).doesNotContain("secret"))
                        .extracting("reason")
                        .asString()
                        .contains("far, near"));
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> runner("pilothouse.kubernetes.kubeconfig=/nowhere/config")
                        .run(context -> context.getBean(KubernetesClient.class)))
                .rootCause()
                .hasMessageContaining("pilothouse.kubernetes.kubeconfig: cannot read the file /nowhere/config");
    }

    private static ApplicationContextRunner runner(String... properties) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(properties);
    }

    @Configuration
    @EnableConfigurationProperties(KubernetesProperties.class)
    @Import(KubernetesConfiguration.class)
    static class Settings {}
}
