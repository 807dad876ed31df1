package io.pilothouse.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.StrimziResources;
import io.pilothouse.fleet.StrimziResources.ConnectResource;
import io.pilothouse.fleet.StrimziResources.ConnectorResource;
import io.pilothouse.fleet.StrimziResources.Resource;
import io.pilothouse.fleet.StrimziResources.TopicResource;
import io.pilothouse.fleet.StrimziState;
import io.pilothouse.fleet.spi.NamespaceFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatedResourcesTest {

    private static final ClusterId MAIN = new ClusterId("kafka", "main");
    private static final ClusterId OTHER = new ClusterId("staging", "main");

    @ParameterizedTest
    @CsvSource({
        "kafka, main, true",
        "shop, main, true",
        "kafka, other, false",
        "kafka, , false",
    })
    void aTopicBelongsToTheClusterThatItsLabelNames(String namespace, @Nullable String label, boolean belongs) {
        assertThat(of(MAIN, Set.of(MAIN), topic(namespace, label)).topics()).hasSize(belongs ? 1 : 0);
    }

    @Test
    void oneBesideTwoClustersOfOneNameBelongsToTheClusterBesideIt() {
        Set<ClusterId> both = Set.of(MAIN, OTHER);

        assertThat(of(MAIN, both, topic("kafka", "main")).topics()).hasSize(1);
        assertThat(of(OTHER, both, topic("kafka", "main")).topics()).isEmpty();
        assertThat(of(MAIN, both, topic("shop", "main")).topics()).isEmpty();
        assertThat(of(new ClusterId("external", "main"), both, topic("kafka", "main")))
                .isEqualTo(StrimziResources.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "kafka, main-kafka-bootstrap:9092, true",
        "shop, main-kafka-bootstrap:9092, false",
        "shop, 'elsewhere:9092, main-kafka-bootstrap.kafka.svc:9093', true",
        "shop, main-kafka-bootstrap.kafka:9092, true",
        "shop, main-kafka-bootstrap.kafka-2.svc:9092, false",
        "kafka, '', false"
    })
    void connectorsBelongWhereTheirKafkaConnectFindsItsCluster(String namespace, String servers, boolean belongs) {
        StrimziResources resources = new StrimziResources(
                List.of(),
                List.of(),
                List.of(),
                List.of(new ConnectResource(resource(namespace, "sinks", Optional.empty()), 2, servers)),
                List.of(new ConnectorResource(
                        resource(namespace, "sink", Optional.of("sinks")), "Sink", Optional.empty(), 0, 0, List.of())));

        StrimziResources found = of(MAIN, Set.of(MAIN), resources);

        assertThat(found.connects()).hasSize(belongs ? 1 : 0);
        assertThat(found.connectors()).hasSize(belongs ? 1 : 0);
    }

    private static StrimziResources topic(String namespace, @Nullable String cluster) {
        return new StrimziResources(
                List.of(new TopicResource(
                        resource(namespace, "orders", Optional.ofNullable(cluster)),
                        "orders",
                        Optional.empty(),
                        Optional.empty(),
                        true)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Resource resource(String namespace, String name, Optional<String> cluster) {
        return new Resource(namespace, name, cluster, true, new StrimziState(true, false, Optional.empty(), ""));
    }

    private static StrimziResources of(ClusterId cluster, Set<ClusterId> clusters, StrimziResources resources) {
        NamespaceFacts facts = Samples.namespace("any", resources);
        return new OperatedResources(List.of(facts), clusters).of(cluster);
    }
}
