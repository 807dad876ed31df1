package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The volumes of pods as folders: config maps and secrets as they are when the pod starts, persistent volumes where their
 * {@code hostPath} or {@code local} path is, the account of the pod for who uses it. Every other kind is an empty folder.
 */
final class PodVolumes {

    private final PodApi api;
    private final Predicate<Pod> usesServiceAccount;

    PodVolumes(PodApi api, Predicate<Pod> usesServiceAccount) {
        this.api = api;
        this.usesServiceAccount = usesServiceAccount;
    }

    /** The folder of each volume of the pod, by the volume's name. */
    Map<String, Path> mount(Pod pod, Path directory) throws MountException {
        Map<String, Path> folders = new HashMap<>();
        for (Volume volume : pod.getSpec().getVolumes()) {
            try {
                folders.put(volume.getName(), mount(pod, volume, directory.resolve(volume.getName())));
            } catch (IOException e) {
                throw new MountException(volume.getName(), e.toString());
            }
        }
        return folders;
    }

    /** Folders by mount path for one container. */
    static Map<String, Path> mountsOf(Container container, Map<String, Path> folders) {
        Map<String, Path> mounts = new HashMap<>();
        for (VolumeMount mount : container.getVolumeMounts()) {
            Path folder = folders.get(mount.getName());
            if (folder != null) {
                mounts.put(mount.getMountPath(), folder.resolve(Objects.requireNonNullElse(mount.getSubPath(), "")));
            }
        }
        return mounts;
    }

    private Path mount(Pod pod, Volume volume, Path folder) throws IOException, MountException {
        String namespace = pod.getMetadata().getNamespace();
        if (volume.getPersistentVolumeClaim() != null) {
            return claimed(volume, namespace);
        }
        Files.createDirectories(folder);
        if (volume.getConfigMap() != null) {
            writeConfigMap(volume, volume.getConfigMap(), namespace, folder);
        } else if (volume.getSecret() != null) {
            writeSecret(volume, volume.getSecret(), namespace, folder);
        } else if (volume.getProjected() != null && usesServiceAccount.test(pod)) {
            writeProjected(volume, pod, folder);
        }
        return folder;
    }

    /** What the API server adds to each pod: the token of its service account, whom to trust, and where it is. */
    private void writeProjected(Volume volume, Pod pod, Path folder) throws IOException, MountException {
        for (VolumeProjection source : volume.getProjected().getSources()) {
            if (source.getServiceAccountToken() != null) {
                Files.writeString(folder.resolve(source.getServiceAccountToken().getPath()), api.token(pod));
            } else if (source.getConfigMap() != null) {
                var wanted = new ConfigMapVolumeSourceBuilder()
                        .withName(source.getConfigMap().getName())
                        .withItems(source.getConfigMap().getItems())
                        .build();
                writeConfigMap(volume, wanted, pod.getMetadata().getNamespace(), folder);
            } else if (source.getDownwardAPI() != null) {
                Files.writeString(folder.resolve("namespace"), pod.getMetadata().getNamespace());
            }
        }
    }

    private void writeConfigMap(Volume volume, ConfigMapVolumeSource source, String namespace, Path folder)
            throws IOException, MountException {
        var configMap = api.configMap(namespace, source.getName());
        if (configMap.isEmpty() && !Boolean.TRUE.equals(source.getOptional())) {
            throw new MountException(volume.getName(), "configmap \"" + source.getName() + "\" not found");
        }
        Map<String, byte[]> files = new HashMap<>();
        configMap.ifPresent(found ->
                found.getData().forEach((key, value) -> files.put(key, value.getBytes(StandardCharsets.UTF_8))));
        write(files, source.getItems(), folder);
    }

    private void writeSecret(Volume volume, SecretVolumeSource source, String namespace, Path folder)
            throws IOException, MountException {
        var secret = api.secret(namespace, source.getSecretName());
        if (secret.isEmpty() && !Boolean.TRUE.equals(source.getOptional())) {
            throw new MountException(volume.getName(), "secret \"" + source.getSecretName() + "\" not found");
        }
        Map<String, byte[]> files = new HashMap<>();
        secret.ifPresent(found -> found.getData()
                .forEach((key, value) -> files.put(key, Base64.getDecoder().decode(value))));
        write(files, source.getItems(), folder);
    }

    private static void write(Map<String, byte[]> files, List<KeyToPath> items, Path folder) throws IOException {
        Map<String, String> names = new HashMap<>();
        items.forEach(item -> names.put(item.getKey(), item.getPath()));
        for (var file : files.entrySet()) {
            if (items.isEmpty() || names.containsKey(file.getKey())) {
                Path target = folder.resolve(names.getOrDefault(file.getKey(), file.getKey()));
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        }
    }

    private Path claimed(Volume volume, String namespace) throws IOException, MountException {
        String name = volume.getPersistentVolumeClaim().getClaimName();
        PersistentVolumeSpec bound = api.claim(namespace, name)
                .map(claim -> claim.getSpec().getVolumeName())
                .flatMap(api::volume)
                .orElseThrow(() -> new MountException(
                        volume.getName(), "persistentvolumeclaim \"" + name + "\" is not bound to a volume"))
                .getSpec();
        if (bound.getHostPath() == null && bound.getLocal() == null) {
            throw new MountException(volume.getName(), "only hostPath and local volumes exist on this machine");
        }
        String path = bound.getHostPath() != null
                ? bound.getHostPath().getPath()
                : bound.getLocal().getPath();
        return Files.createDirectories(Path.of(path));
    }
}
