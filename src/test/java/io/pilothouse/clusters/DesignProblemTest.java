package io.pilothouse.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.clusters.KafkaDesign.Authentication;
import io.pilothouse.clusters.KafkaDesign.Exposure;
import io.pilothouse.clusters.KafkaDesign.Listener;
import io.pilothouse.clusters.KafkaDesign.Pool;
import io.pilothouse.clusters.KafkaDesign.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator would refuse though the schema lets it through, and what Kubernetes names forbid. */
class DesignProblemTest {

    @ParameterizedTest(name = "{0} is called {1}: {2}")
    @CsvSource(textBlock = """
            cluster, orders-eu, true
            cluster, '', false
            cluster, Orders, false
            cluster, 1st, false
            cluster, orders-, false
            cluster, a-name-that-is-longer-than-what-kubernetes, false
            pool, brokers, true
            pool, a-pool-of-a-very-long-name, false
            """)
    void names(String what, String name, boolean fits) {
        var design = what.equals("cluster")
                ? design(name, pool("dual", 3, "2Gi", ""))
                : design("eu", pool(name, 3, "2Gi", ""));

        assertThat(DesignProblem.of(design).isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest(name = "{0} nodes with {1} of memory, {2} of heap: {3}")
    @CsvSource(textBlock = """
            3, 2Gi, '',    ''
            0, 2Gi, '',    pools[0].nodes
            3, '',  4g,    ''
            3, 2Gi, 1g,    ''
            3, 2Gi, 2g,    pools[0].heap
            3, 2Gi, 2048m, pools[0].heap
            3, 2Gi, 1 GB,  pools[0].heap
            3, two, '',    pools[0].memory
            3, 0,   '',    pools[0].memory
            """)
    void pools(int nodes, String memory, String heap, String field) {
        assertThat(DesignProblem.of(design("eu", pool("dual", nodes, memory, heap))))
                .extracting(DesignProblem::field)
                .filteredOn(each -> each.startsWith("pools["))
                .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
    }

    @ParameterizedTest(name = "{0} {1} {2} tls {3} {4} -> {5}")
    @CsvSource(textBlock = """
            plain, 9092, INTERNAL, false, NONE,       ''
            plain, 9091, INTERNAL, false, NONE,       listeners[0].port
            plain, 9404, INTERNAL, false, NONE,       listeners[0].port
            plain, 9999, INTERNAL, false, NONE,       listeners[0].port
            a-b,   9092, INTERNAL, false, NONE,       listeners[0].name
            toolonganame, 9092, INTERNAL, false, NONE, listeners[0].name
            plain, 9092, INTERNAL, false, MUTUAL_TLS, listeners[0].tls
            plain, 9092, INTERNAL, true,  MUTUAL_TLS, ''
            plain, 9092, NODE_PORT, false, SCRAM,     ''
            """)
    void listeners(String name, int port, Exposure exposure, boolean tls, Authentication authentication, String field) {
        var design = design("eu", List.of(new Listener(name, port, exposure, tls, authentication, "")), 3, 2);

        assertThat(DesignProblem.of(design))
                .extracting(DesignProblem::field)
                .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
    }

    @ParameterizedTest(name = "{0} replicas, {1} in sync: {2}")
    @CsvSource(textBlock = """
            3, 2, ''
            3, 3, ''
            4, 2, replicationFactor
            0, 0, replicationFactor minInSync
            2, 3, minInSync
            """)
    void replication(int replicas, int inSync, String fields) {
        var problems = DesignProblem.of(design("eu", List.of(plain()), replicas, inSync));

        assertThat(String.join(" ", problems.stream().map(DesignProblem::field).toList()))
                .isEqualTo(fields);
    }

    private static KafkaDesign design(String name, Pool pool) {
        return new KafkaDesign(
                "kafka",
                name,
                Optional.empty(),
                List.of(pool),
                List.of(plain()),
                1,
                1,
                false,
                false,
                false,
                false,
                false,
                Map.of());
    }

    private static KafkaDesign design(String name, List<Listener> listeners, int replicas, int inSync) {
        return new KafkaDesign(
                "kafka",
                name,
                Optional.empty(),
                List.of(pool("dual", 3, "2Gi", "")),
                listeners,
                replicas,
                inSync,
                false,
                false,
                false,
                false,
                false,
                Map.of());
    }

    private static Listener plain() {
        return new Listener("plain", 9092, Exposure.INTERNAL, false, Authentication.NONE, "");
    }

    private static Pool pool(String name, int nodes, String memory, String heap) {
        return new Pool(
                name,
                true,
                true,
                nodes,
                "500m",
                memory,
                heap,
                new Storage(true, 1, "10Gi", Optional.empty(), false),
                true,
                true);
    }
}
