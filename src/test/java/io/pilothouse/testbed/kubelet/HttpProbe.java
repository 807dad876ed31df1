package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.net.InetAddress;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** What a probe asks by HTTP. */
final class HttpProbe {

    private HttpProbe() {}

    /** The address that the readiness probe of the container asks in a pod with this address; empty if it does not ask by HTTP. */
    static Optional<URI> readiness(Container container, InetAddress address) {
        return Optional.ofNullable(container.getReadinessProbe())
                .map(Probe::getHttpGet)
                .map(get -> URI.create(
                        "http://" + address.getHostAddress() + ":" + port(container, get.getPort()) + path(get)));
    }

    private static String path(HTTPGetAction get) {
        return Objects.requireNonNullElse(get.getPath(), "/");
    }

    private static int port(Container container, IntOrString port) {
        if (port.getIntVal() != null) {
            return port.getIntVal();
        }
        return container.getPorts().stream()
                .filter(named -> Objects.equals(named.getName(), port.getStrVal()))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The container has no port " + port.getStrVal()));
    }
}
