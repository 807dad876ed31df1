package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client of the console's own account. Making it asks nobody, so the API server need not be there. */
@Configuration(proxyBeanMethods = false)
class KubernetesConfiguration {

    /** Lists are long; the deadline of other requests would cut them off. */
    private static final int LIST_MILLIS = 30_000;

    /** fabric8 doubles it five times at most: what is missing or refused is asked for again every 3.2 s. */
    private static final int RETRY_MILLIS = 100;

    private static final long PING_MILLIS = 5_000;

    /** Closed by Spring at the end. */
    @Bean
    KubernetesClient kubernetesClient(KubernetesProperties properties) {
        Config config = config(properties);
        config.setUserAgent("pilothouse");
        config.setConnectionTimeout((int) properties.deadline().toMillis());
        config.setRequestTimeout(LIST_MILLIS);
        config.setRequestRetryBackoffLimit(0);
        config.setWatchReconnectInterval(RETRY_MILLIS);
        config.setWebsocketPingInterval(PING_MILLIS);
        // all requests share one HTTP/2 connection: one that nobody holds at the other end would stop them all
        config.setHttp2Disable(true);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static Config config(KubernetesProperties properties) {
        String context = properties.contextName().orElse(null);
        Config config = properties
                .file()
                .map(file -> Config.fromKubeconfig(context, file.toFile()))
                .orElseGet(() -> Config.autoConfigure(context));
        properties.contextName().ifPresent(wanted -> requireContext(config, wanted));
        return config;
    }

    /** fabric8 takes the file's current context where the wanted one is missing: another cluster than was meant. */
    private static void requireContext(Config config, String wanted) {
        Optional<String> found = Optional.ofNullable(config.getCurrentContext()).map(NamedContext::getName);
        if (!found.equals(Optional.of(wanted))) {
            throw new InvalidConfigurationPropertyValueException(
                    "pilothouse.kubernetes.context",
                    wanted,
                    "The kubeconfig holds no context of this name. It holds: "
                            + Metadata.list(config.getContexts()).stream()
                                    .map(NamedContext::getName)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
    }
}
