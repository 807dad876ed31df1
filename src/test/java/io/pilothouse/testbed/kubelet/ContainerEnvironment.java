package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables of a container, with what they refer to looked up. */
final class ContainerEnvironment {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_]*)\\)");

    private final PodApi api;

    ContainerEnvironment(PodApi api) {
        this.api = api;
    }

    Map<String, String> of(Pod pod, Container container, InetAddress address) throws ContainerConfigException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValueFrom() == null) {
                String value = Objects.requireNonNullElse(variable.getValue(), "");
                environment.put(variable.getName(), expand(value, environment));
            } else {
                environment.put(variable.getName(), lookUp(variable.getValueFrom(), pod, address));
            }
        }
        return environment;
    }

    private String lookUp(EnvVarSource source, Pod pod, InetAddress address) throws ContainerConfigException {
        String namespace = pod.getMetadata().getNamespace();
        if (source.getFieldRef() != null) {
            return field(source.getFieldRef().getFieldPath(), pod, address);
        }
        if (source.getConfigMapKeyRef() != null) {
            String name = source.getConfigMapKeyRef().getName();
            Map<String, String> data = api.configMap(namespace, name)
                    .orElseThrow(() -> new ContainerConfigException("configmap \"" + name + "\" not found"))
                    .getData();
            return value(data, source.getConfigMapKeyRef().getKey(), "ConfigMap " + namespace + "/" + name);
        }
        if (source.getSecretKeyRef() != null) {
            String name = source.getSecretKeyRef().getName();
            Map<String, String> data = api.secret(namespace, name)
                    .orElseThrow(() -> new ContainerConfigException("secret \"" + name + "\" not found"))
                    .getData();
            String encoded = value(data, source.getSecretKeyRef().getKey(), "Secret " + namespace + "/" + name);
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        }
        throw new ContainerConfigException("the local kubelet cannot look up " + source);
    }

    private static String value(Map<String, String> data, String key, String of) throws ContainerConfigException {
        String value = data == null ? null : data.get(key);
        if (value == null) {
            throw new ContainerConfigException("couldn't find key " + key + " in " + of);
        }
        return value;
    }

    private static String field(String path, Pod pod, InetAddress address) throws ContainerConfigException {
        Map<String, String> fields = new HashMap<>();
        fields.put("metadata.name", pod.getMetadata().getName());
        fields.put("metadata.namespace", pod.getMetadata().getNamespace());
        fields.put("metadata.uid", pod.getMetadata().getUid());
        fields.put("spec.nodeName", pod.getSpec().getNodeName());
        fields.put("spec.serviceAccountName", pod.getSpec().getServiceAccountName());
        fields.put("status.podIP", address.getHostAddress());
        fields.put("status.hostIP", LocalKubelet.HOST_ADDRESS);
        pod.getMetadata().getLabels().forEach((key, value) -> fields.put("metadata.labels['" + key + "']", value));
        String value = fields.get(path);
        if (value == null) {
            throw new ContainerConfigException("unsupported fieldPath: " + path);
        }
        return value;
    }

    /** Puts earlier variables in the place of {@code $(NAME)}; one that is not there stays as it is written. */
    private static String expand(String value, Map<String, String> earlier) {
        return REFERENCE
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(earlier.getOrDefault(found.group(1), found.group())));
    }
}
