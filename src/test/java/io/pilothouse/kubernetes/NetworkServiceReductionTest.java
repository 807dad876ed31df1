package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.fleet.NetworkService;
import io.pilothouse.fleet.spi.NetworkServiceFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkServiceReductionTest {

    @Test
    void whichPodsItLeadsToAndWhere() {
        NetworkServiceFacts facts = reduce("""
                spec:
                  type: NodePort
                  clusterIP: 10.0.0.7
                  selector: {app: orders}
                  ports:
                  - {name: http, port: 80, targetPort: http, nodePort: 30080}
                  - {port: 9090}
                  - {port: 53, targetPort: 5353, protocol: UDP}
                """).orElseThrow();

        assertThat(facts.service())
                .isEqualTo(new NetworkService(
                        "orders",
                        "NodePort",
                        List.of(
                                new NetworkService.Port(Optional.of("http"), 80, "http", "TCP", Optional.of(30080)),
                                new NetworkService.Port(Optional.empty(), 9090, "9090", "TCP", Optional.empty()),
                                new NetworkService.Port(Optional.empty(), 53, "5353", "UDP", Optional.empty()))));
        assertThat(facts.selector().selects(Map.of("app", "orders", "version", "3")))
                .isTrue();
        assertThat(facts.selector().selects(Map.of("app", "payments"))).isFalse();
    }

    @Test
    void oneWithoutAnAddressAndOneWithoutPods() {
        assertThat(reduce("spec: {clusterIP: None, selector: {app: orders}}")
                        .orElseThrow()
                        .service())
                .isEqualTo(new NetworkService("orders", "Headless", List.of()));
        assertThat(reduce("spec: {type: ExternalName, externalName: orders.example}"))
                .isEmpty();
        assertThat(reduce("spec: {selector: {}}")).isEmpty();
    }

    private static Optional<NetworkServiceFacts> reduce(String body) {
        return NetworkServiceReduction.reduce(
                Serialization.unmarshal("metadata: {name: orders}\n" + body, Service.class));
    }
}
