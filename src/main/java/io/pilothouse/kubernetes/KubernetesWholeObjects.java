package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.YamlDumpSettingsBuilder;
import io.pilothouse.manifests.Manifest;
import io.pilothouse.manifests.ObjectReference;
import io.pilothouse.manifests.spi.Unreadable;
import io.pilothouse.manifests.spi.WholeObjects;
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

/** Objects in full, as the API server has them, with fields that this console does not know among them. */
@Component
class KubernetesWholeObjects implements WholeObjects {

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

    KubernetesWholeObjects(KubernetesClient client, KubernetesProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Optional<Manifest> read(ObjectReference wanted) throws Unreadable {
        try {
            return CompletableFuture.supplyAsync(() -> find(wanted), threads)
                    .get(properties.deadline().toMillis(), TimeUnit.MILLISECONDS)
                    .map(this::manifest);
        } catch (ExecutionException | TimeoutException e) {
            throw unreadable(wanted, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(wanted, e);
        }
    }

    private Optional<GenericKubernetesResource> find(ObjectReference wanted) {
        return Optional.ofNullable(client.genericKubernetesResources(wanted.apiVersion(), wanted.kind())
                .inNamespace(wanted.namespace())
                .withName(wanted.name())
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

    private Unreadable unreadable(ObjectReference wanted, Exception cause) {
        boolean denied = Failures.hasCode(cause, Failures.FORBIDDEN);
        return new Unreadable(
                denied
                        ? Failures.ofKind(cause, wanted.kind(), clock.instant())
                        : Failures.ofServer(cause, String.valueOf(client.getMasterUrl()), clock.instant()));
    }
}
