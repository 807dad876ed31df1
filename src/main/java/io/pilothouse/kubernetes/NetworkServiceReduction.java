package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.number;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.pilothouse.fleet.NetworkService;
import io.pilothouse.fleet.spi.NetworkServiceFacts;
import io.pilothouse.fleet.spi.PodSelector;
import io.pilothouse.fleet.spi.PodSelector.Operator;
import io.pilothouse.fleet.spi.PodSelector.Requirement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is kept of a Service. */
final class NetworkServiceReduction {

    private NetworkServiceReduction() {}

    /** Empty for one without a selector: somebody else says where it leads, or it is an alias. */
    static Optional<NetworkServiceFacts> reduce(Service service) {
        Map<String, String> selected =
                Optional.ofNullable(service.getSpec().getSelector()).orElse(Map.of());
        return selected.isEmpty()
                ? Optional.empty()
                : Optional.of(new NetworkServiceFacts(
                        new PodSelector(selected.entrySet().stream()
                                .map(label -> new Requirement(
                                        label.getKey().intern(),
                                        Operator.IN,
                                        Set.of(label.getValue().intern())))
                                .toList()),
                        new NetworkService(
                                service.getMetadata().getName(),
                                type(service.getSpec()),
                                list(service.getSpec().getPorts()).stream()
                                        .map(NetworkServiceReduction::port)
                                        .toList())));
    }

    private static String type(ServiceSpec spec) {
        return "None".equals(spec.getClusterIP())
                ? "Headless"
                : Optional.ofNullable(spec.getType()).orElse("ClusterIP").intern();
    }

    private static NetworkService.Port port(ServicePort port) {
        return new NetworkService.Port(
                Optional.ofNullable(port.getName()).filter(name -> !name.isEmpty()),
                number(port.getPort()),
                Optional.ofNullable(port.getTargetPort())
                        .map(NetworkServiceReduction::target)
                        .orElseGet(() -> String.valueOf(number(port.getPort()))),
                Optional.ofNullable(port.getProtocol()).orElse("TCP").intern(),
                Optional.ofNullable(port.getNodePort()));
    }

    private static String target(IntOrString target) {
        return Optional.ofNullable(target.getStrVal()).orElseGet(() -> String.valueOf(number(target.getIntVal())));
    }
}
