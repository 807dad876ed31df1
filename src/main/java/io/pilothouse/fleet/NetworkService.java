package io.pilothouse.fleet;

import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes {@code Service}: a network address in front of pods.
 *
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} …; {@code Headless} for one without an address of its own
 * @param ports where it listens
 */
public record NetworkService(String name, String type, List<Port> ports) {

    public NetworkService {
        ports = List.copyOf(ports);
    }

    /**
     * A port.
     *
     * @param name its name, if it has one
     * @param number where clients connect
     * @param target the port of the pods, by number or by the name that their containers give it
     * @param protocol {@code TCP}, {@code UDP} …
     * @param nodePort where each node listens for it, if they do
     */
    public record Port(Optional<String> name, int number, String target, String protocol, Optional<Integer> nodePort) {}
}
