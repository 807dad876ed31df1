package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.YamlDumpSettingsBuilder;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.Manifest;
import io.pilothouse.services.spi.Unreadable;
import io.pilothouse.services.spi.WorkloadObjects;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Objects of workloads in full, as the API server has them, with fields that this console does not know among them. */
@Component
class KubernetesWorkloadObjects implements WorkloadObjects {

    private static final String DOCUMENT = "---\n";
    private static final KubernetesSerialization YAML = new KubernetesSerialization(
            new ObjectMapper(),
            false,
            new YamlDumpSettingsBuilder().setMinimizeQuotes(true).build());
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final KubernetesClient client;
    private final KubernetesProperties properties;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    KubernetesWorkloadObjects(KubernetesClient client, KubernetesProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Optional<Manifest> read(WorkloadId id) throws Unreadable {
        try {
            return CompletableFuture.supplyAsync(() -> find(id), threads)
                    .get(properties.deadline().toMillis(), TimeUnit.MILLISECONDS)
                    .map(this::manifest);
        } catch (ExecutionException | TimeoutException e) {
            throw unreadable(id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(id, e);
        }
    }

    private Optional<GenericKubernetesResource> find(WorkloadId id) {
        return Optional.ofNullable(client.genericKubernetesResources(
                        apiVersion(id.kind()), id.kind().kind())
                .inNamespace(id.namespace())
                .withName(id.name())
                .get());
    }

    private Manifest manifest(GenericKubernetesResource object) {
        object.getMetadata().setManagedFields(null);
        Optional.ofNullable(object.getMetadata().getAnnotations()).ifPresent(all -> all.remove(LAST_APPLIED));
        String whole = yaml(object);
        Map<String, Object> rest = new LinkedHashMap<>(object.getAdditionalProperties());
        rest.remove("status");
        object.setAdditionalProperties(rest);
        return new Manifest(yaml(object), whole, clock.instant());
    }

    /** Without the mark that begins a document: there is only one. */
    private static String yaml(GenericKubernetesResource object) {
        String text = YAML.asYaml(object);
        return text.startsWith(DOCUMENT) ? text.substring(DOCUMENT.length()) : text;
    }

    private Unreadable unreadable(WorkloadId id, Exception cause) {
        boolean denied = Failures.hasCode(cause, Failures.FORBIDDEN);
        return new Unreadable(
                denied
                        ? Failures.ofKind(cause, id.kind().kind(), clock.instant())
                        : Failures.ofServer(cause, String.valueOf(client.getMasterUrl()), clock.instant()));
    }

    private static String apiVersion(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET -> "apps/v1";
            case JOB, CRON_JOB -> "batch/v1";
            case STRIMZI_POD_SET -> "core.strimzi.io/v1";
        };
    }
}
