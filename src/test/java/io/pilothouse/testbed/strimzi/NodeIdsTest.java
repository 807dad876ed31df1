package io.pilothouse.testbed.strimzi;

import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeIdsTest {

    @ParameterizedTest(name = "{0} with next {1}, remove {2}, {3} wanted -> {4}")
    @CsvSource(textBlock = """
            '',      '',        '',      3, 0 1 2
            0 1 2,   '',        '',      4, 0 1 2 3
            0 2,     '',        '',      3, 0 1 2
            0 1 2,   [100-199], '',      4, 0 1 2 100
            '',      [7-5],     '',      2, 6 7
            '',      '[9, 3]',  '',      3, 0 3 9
            0 1 2 3, '',        '',      2, 0 1
            0 1 2 3, '',        '[1,0]', 2, 2 3
            0 1 2 3, '',        [9],     3, 0 1 2
            0 1 2 3, '',        [0-3],   3, 1 2 3
            0 1 2,   nonsense,  '',      4, 0 1 2 3
            """)
    void aPoolHas(String present, String next, String remove, int wanted, String expected) {
        List<KafkaNode> nodes = NodeIds.assign(List.of(pool("one", present, next, remove, wanted)), Set.of());

        assertThat(words(nodes, "one")).isEqualTo(expected);
    }

    @Test
    void anIdIsGivenOnceInACluster() {
        KafkaNodePool one = pool("one", "0 1 2", "", "", 4);
        KafkaNodePool two = pool("two", "3 4", "", "", 3);

        List<KafkaNode> nodes = NodeIds.assign(List.of(one, two), Set.of());

        assertThat(words(nodes, "one")).isEqualTo("0 1 2 5");
        assertThat(words(nodes, "two")).isEqualTo("3 4 6");
    }

    @Test
    void aPoolThatIsRefusedKeepsWhatItHas() {
        KafkaNodePool pool = pool("one", "0 1 2 3", "", "", 3);

        assertThat(words(NodeIds.assign(List.of(pool), Set.of("one")), "one")).isEqualTo("0 1 2 3");
    }

    private static KafkaNodePool pool(String name, String present, String next, String remove, int wanted) {
        var pool = new KafkaNodePoolBuilder()
                .withNewMetadata()
                .withName(name)
                .withAnnotations(Map.of("strimzi.io/next-node-ids", next, "strimzi.io/remove-node-ids", remove))
                .endMetadata()
                .withNewSpec()
                .withReplicas(wanted)
                .endSpec();
        return present.isEmpty()
                ? pool.build()
                : pool.withNewStatus()
                        .withNodeIds(Arrays.stream(present.split(" "))
                                .map(Integer::valueOf)
                                .toList())
                        .endStatus()
                        .build();
    }

    private static String words(List<KafkaNode> nodes, String pool) {
        return nodes.stream()
                .filter(node -> node.poolName().equals(pool))
                .map(node -> String.valueOf(node.id()))
                .collect(Collectors.joining(" "));
    }
}
