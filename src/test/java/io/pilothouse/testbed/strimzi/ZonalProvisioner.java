package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.kafka.BrokerRuntime;

/**
 * Gives each pending claim of the storage class {@code local-zonal} a volume in one zone, so that the scheduler places the pod there. It
 * takes no volume away again.
 */
final class ZonalProvisioner {

    private static final String STORAGE_CLASS = "local-zonal";

    private final KubernetesClient client;
    private final BrokerRuntime brokers;
    private final StrimziSettings settings;

    ZonalProvisioner(KubernetesClient client, BrokerRuntime brokers, StrimziSettings settings) {
        this.client = client;
        this.brokers = brokers;
        this.settings = settings;
    }

    void provision(String namespace) {
        client.persistentVolumeClaims().inNamespace(namespace).list().getItems().stream()
                .filter(claim -> STORAGE_CLASS.equals(claim.getSpec().getStorageClassName()))
                .filter(claim -> claim.getSpec().getVolumeName() == null)
                .forEach(claim -> client.resource(volume(claim))
                        .fieldManager("local-zonal")
                        .forceConflicts()
                        .serverSideApply());
    }

    private PersistentVolume volume(PersistentVolumeClaim claim) {
        var metadata = claim.getMetadata();
        String path =
                brokers.volume(metadata.getNamespace(), metadata.getName()).toString();
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName("pvc-" + metadata.getUid())
                .addToAnnotations("pv.kubernetes.io/provisioned-by", "testbed.pilothouse.io/local-zonal")
                .addToLabels("topology.kubernetes.io/zone", zone(metadata.getName()))
                .endMetadata()
                .withNewSpec()
                .withStorageClassName(STORAGE_CLASS)
                .withAccessModes(claim.getSpec().getAccessModes())
                .withCapacity(claim.getSpec().getResources().getRequests())
                .withPersistentVolumeReclaimPolicy("Retain")
                .withNewLocal()
                .withPath(path)
                .endLocal()
                .withNewClaimRef()
                .withApiVersion("v1")
                .withKind("PersistentVolumeClaim")
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .endClaimRef()
                .withNewNodeAffinity()
                .withNewRequired()
                .addNewNodeSelectorTerm()
                .addNewMatchExpression()
                .withKey("topology.kubernetes.io/zone")
                .withOperator("In")
                .withValues(zone(metadata.getName()))
                .endMatchExpression()
                .endNodeSelectorTerm()
                .endRequired()
                .endNodeAffinity()
                .endSpec()
                .build();
    }

    /** By the ordinal of the pod, with which the claim's name ends. */
    private String zone(String claim) {
        return settings.zone(Integer.parseInt(claim.substring(claim.lastIndexOf('-') + 1)));
    }
}
