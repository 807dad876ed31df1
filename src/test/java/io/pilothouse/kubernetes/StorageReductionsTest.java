package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.Volume;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.StorageFacts.VolumeFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageReductionsTest {

    @Test
    void aClaimThatGrows() {
        ClaimFacts claim = StorageReductions.claim(Serialization.unmarshal("""
                metadata: {name: data-main-0}
                spec:
                  storageClassName: zonal
                  volumeName: pv-1
                  resources: {requests: {storage: 20Gi}}
                status:
                  phase: Bound
                  capacity: {storage: 10Gi}
                  conditions:
                  - {type: FileSystemResizePending, status: 'True', message: Waiting for user to (re-)start a pod}
                """, PersistentVolumeClaim.class));

        assertThat(claim)
                .isEqualTo(new ClaimFacts(
                        "data-main-0",
                        Volume.Phase.BOUND,
                        Optional.of(new ByteSize(10L << 30)),
                        Optional.of(new ByteSize(20L << 30)),
                        Optional.of("zonal"),
                        Optional.of("Waiting for user to (re-)start a pod"),
                        Optional.of("pv-1")));
    }

    @Test
    void aClaimThatNobodyHasLookedAt() {
        ClaimFacts claim = StorageReductions.claim(Serialization.unmarshal(
                "metadata: {name: data}\nspec: {storageClassName: ''}", PersistentVolumeClaim.class));

        assertThat(claim)
                .isEqualTo(new ClaimFacts(
                        "data",
                        Volume.Phase.PENDING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "Resizing, 'True', '', Resizing",
        "ControllerResizeError, 'True', no space, no space",
        "Resizing, 'False', '', ",
        "Unused, 'True', nobody mounts it, "
    })
    void whatItsGrowthWaitsFor(String type, String status, String message, String waits) {
        ClaimFacts claim = StorageReductions.claim(
                Serialization.unmarshal("""
                metadata: {name: data}
                spec: {}
                status: {phase: Bound, conditions: [{type: %s, status: '%s', message: '%s'}]}
                """.formatted(type, status, message), PersistentVolumeClaim.class));

        assertThat(claim.resizing()).isEqualTo(Optional.ofNullable(waits));
    }

    @Test
    void whereAVolumeCanBeReachedFrom() {
        assertThat(volume("topology.ebs.csi.aws.com/zone", "Retain"))
                .isEqualTo(new VolumeFacts("pv-1", List.of("a", "b"), List.of(), true));
        assertThat(volume("kubernetes.io/hostname", "Delete"))
                .isEqualTo(new VolumeFacts("pv-1", List.of(), List.of("a", "b"), false));
        assertThat(StorageReductions.volume(
                        Serialization.unmarshal("metadata: {name: nfs}\nspec: {}", PersistentVolume.class)))
                .isEqualTo(new VolumeFacts("nfs", List.of(), List.of(), false));
    }

    @Test
    void aClassThatSaysNothingLetsNothingGrow() {
        assertThat(StorageReductions.storageClass(Serialization.unmarshal("metadata: {name: fast}", StorageClass.class))
                        .expandable())
                .isFalse();
    }

    @Test
    void whatOfAPodIsPersistent() {
        List<PodFacts.Mount> mounts = StorageReductions.mounts(Serialization.unmarshal("""
                metadata: {name: main-0}
                spec:
                  volumes:
                  - {name: data, persistentVolumeClaim: {claimName: data-main-0}}
                  - {name: scratch, ephemeral: {volumeClaimTemplate: {spec: {}}}}
                  - {name: tmp, emptyDir: {}}
                  - {name: keys, secret: {secretName: keys}}
                """, Pod.class));

        assertThat(mounts)
                .containsExactly(
                        new PodFacts.Mount("data", "data-main-0"), new PodFacts.Mount("scratch", "main-0-scratch"));
    }

    private static VolumeFacts volume(String label, String policy) {
        return StorageReductions.volume(
                Serialization.unmarshal("""
                metadata: {name: pv-1}
                spec:
                  persistentVolumeReclaimPolicy: %s
                  nodeAffinity:
                    required:
                      nodeSelectorTerms:
                      - matchExpressions: [{key: %s, operator: In, values: [b]}]
                      - matchExpressions: [{key: %s, operator: In, values: [a, b]}, {key: gpu, operator: Exists}]
                """.formatted(policy, label, label), PersistentVolume.class));
    }
}
