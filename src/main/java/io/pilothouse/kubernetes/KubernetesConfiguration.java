package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client of the console's own account. Making it asks nobody, so the API server need not be there. */
@Configuration(proxyBeanMethods = false)
class KubernetesConfiguration {

    /** Lists are long; the deadline of other requests would cut them off. */
    private static final int LIST_MILLIS = 30_000;

    private static final int RECONNECT_MILLIS = 250;
    private static final long PING_MILLIS = 5_000;

    @Bean
    KubernetesClient kubernetesClient(KubernetesProperties properties) {
        Config config = new ConfigBuilder(base(properties))
                .withUserAgent("pilothouse")
                .withConnectionTimeout((int) properties.deadline().toMillis())
                .withRequestTimeout(LIST_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .withWatchReconnectInterval(RECONNECT_MILLIS)
                .withWebsocketPingInterval(PING_MILLIS)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static Config base(KubernetesProperties properties) {
        return properties
                .file()
                .map(file -> read(file, properties))
                .orElseGet(() -> Config.autoConfigure(properties.contextName().orElse(null)));
    }

    private static Config read(Path file, KubernetesProperties properties) {
        try {
            return properties.contextName().isPresent()
                    ? Config.fromKubeconfig(
                            properties.contextName().orElseThrow(), Files.readString(file), file.toString())
                    : Config.fromKubeconfig(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("pilothouse.kubernetes.kubeconfig: cannot read " + file, e);
        }
    }
}
