package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Preconditions;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.Optional;

/**
 * What the life of a pod asks of the API server. Each call ends within the client's request timeout, with a {@link
 * KubernetesClientException} if the server cannot be reached.
 */
final class PodApi {

    /** Server-side apply, because no other patch takes back the reason of a condition that no longer has one. */
    private static final PatchContext OWN_FIELDS = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("kubelet")
            .withForce(true)
            .build();

    private static final long TOKEN_SECONDS = 3_600;

    private final KubernetesClient client;

    PodApi(KubernetesClient client) {
        this.client = client;
    }

    /** Writes the kubelet's part of the status, as a real one does: conditions of others stay. */
    void writeStatus(Pod pod, PodStatus status) {
        Pod patch = new PodBuilder()
                .withNewMetadata()
                .withNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .endMetadata()
                .withStatus(status)
                .build();
        unlessGone(() -> client.resource(patch).subresource("status").patch(OWN_FIELDS, patch));
    }

    /** Removes the pod from the API server, now that nothing of it runs any more. */
    void remove(Pod pod) {
        var options = new DeleteOptionsBuilder()
                .withGracePeriodSeconds(0L)
                .withPreconditions(new Preconditions(null, pod.getMetadata().getUid()))
                .build();
        String path = "/api/v1/namespaces/" + pod.getMetadata().getNamespace() + "/pods/"
                + pod.getMetadata().getName();
        unlessGone(() -> client.raw(path, "DELETE", options));
    }

    Optional<ConfigMap> configMap(String namespace, String name) {
        return Optional.ofNullable(
                client.configMaps().inNamespace(namespace).withName(name).get());
    }

    Optional<Secret> secret(String namespace, String name) {
        return Optional.ofNullable(
                client.secrets().inNamespace(namespace).withName(name).get());
    }

    Optional<PersistentVolumeClaim> claim(String namespace, String name) {
        return Optional.ofNullable(client.persistentVolumeClaims()
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    Optional<PersistentVolume> volume(String name) {
        return Optional.ofNullable(client.persistentVolumes().withName(name).get());
    }

    /** A token of the pod's service account that the API server accepts for an hour, and no longer than there is the pod. */
    String token(Pod pod) {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(TOKEN_SECONDS)
                .withNewBoundObjectRef()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .endBoundObjectRef()
                .endSpec()
                .build();
        return client.serviceAccounts()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getSpec().getServiceAccountName())
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }

    /** A pod that is gone, or has another uid by now, needs nothing more from this kubelet. */
    private static void unlessGone(Runnable call) {
        try {
            call.run();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND && e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }
}
