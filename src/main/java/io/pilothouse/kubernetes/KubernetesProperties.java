package io.pilothouse.kubernetes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the console reaches the Kubernetes API.
 *
 * @param kubeconfig the file to read; without one, the user's own kubeconfig, else the service account of the pod it runs in
 * @param context the context of that file; without one, the file's current context
 * @param deadline how long one request may take
 * @param writeDeadline how long a write may take; admission webhooks may take their time ({@code timeoutSeconds}, 10 unless set)
 * @param heartbeat how often the API server is asked whether it is ready
 * @param silence how long a watch may bring nothing at all before it is begun anew
 * @param teamLabels keys of labels that name the team of a service: the first that it bears counts
 */
@ConfigurationProperties("pilothouse.kubernetes")
record KubernetesProperties(
        @Nullable Path kubeconfig,
        @Nullable String context,
        @DefaultValue("2s") Duration deadline,
        @DefaultValue("15s") Duration writeDeadline,
        @DefaultValue("1s") Duration heartbeat,
        @DefaultValue("3m") Duration silence,
        @DefaultValue("app.kubernetes.io/part-of") List<String> teamLabels) {

    KubernetesProperties {
        if (kubeconfig != null && !Files.isReadable(kubeconfig)) {
            throw new IllegalArgumentException("pilothouse.kubernetes.kubeconfig: cannot read the file " + kubeconfig);
        }
    }

    /** The file to read, if one is named. */
    Optional<Path> file() {
        return Optional.ofNullable(kubeconfig);
    }

    /** The context to use, if one is named. */
    Optional<String> contextName() {
        return Optional.ofNullable(context);
    }
}
