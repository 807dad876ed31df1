package io.pilothouse.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Health;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.Flow.Direction;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowGraphTest {

    private static final Sight EVERYTHING =
            new Sight(EnumSet.allOf(ReadableKind.class), Map.of(), Set.of(SampleFleet.MAIN));
    private static final Workload SHOP =
            SampleWorkload.deployment("shop", "orders").build();
    private static final Workload ANALYTICS =
            SampleWorkload.deployment("analytics", "trends").build();

    @Test
    void ofManyTopicsThoseThatAreIllComeFirstThenTheBusiest() {
        List<Topic> topics = IntStream.range(0, 100)
                .mapToObj(number -> SampleTopic.of("t%02d".formatted(number)))
                .map(SampleTopic::build)
                .toList();
        Topic ill = SampleTopic.of("ill").health(Health.failing("no leader")).build();
        SampleFleet fleet = SampleFleet.of()
                .with(SHOP)
                .with(SampleCluster.of(SampleFleet.MAIN)
                        .topics(Stream.concat(Stream.of(ill), topics.stream()).toArray(Topic[]::new))
                        .build());
        IntStream.range(0, 100)
                .forEach(number -> fleet.flows(writes(SHOP, topics.get(number).id(), number)));
        fleet.flows(writes(SHOP, ill.id(), 0));

        FlowGraph graph = graph(fleet, Optional.empty());

        assertThat(graph.topics())
                .hasSize(24)
                .containsKey(ill.id())
                .containsKey(topics.get(99).id());
        assertThat(graph.topics()).doesNotContainKey(topics.get(0).id());
        assertThat(graph.leftOut()).isEqualTo(77);
        assertThat(graph.flows()).allMatch(flow -> graph.topics().containsKey(flow.topic()));
        assertThat(graph.services()).containsOnlyKeys(SHOP.id());
    }

    @Test
    void inOneNamespaceItHoldsOnlyThatNamespacesServices() {
        Topic topic = SampleTopic.of("orders").build();
        SampleFleet fleet = SampleFleet.of()
                .with(SHOP)
                .with(ANALYTICS)
                .with(SampleCluster.of(SampleFleet.MAIN).topics(topic).build())
                .flows(writes(SHOP, topic.id(), 3))
                .flows(new Flow(ANALYTICS.id(), topic.id(), Direction.READS, Optional.of(3.0)));

        assertThat(graph(fleet, Optional.of("analytics")).services()).containsOnlyKeys(ANALYTICS.id());
        assertThat(graph(fleet, Optional.empty()).services()).hasSize(2);
    }

    @Test
    void topicsWhoseWritersNobodyKnowsAreNamed() {
        Topic written = SampleTopic.of("written").build();
        Topic resting = SampleTopic.of("resting").neverWritten().build();
        SampleFleet fleet = SampleFleet.of()
                .with(SHOP)
                .with(SampleCluster.of(SampleFleet.MAIN)
                        .topics(written, resting)
                        .build())
                .flows(new Flow(SHOP.id(), written.id(), Direction.READS, Optional.of(3.0)))
                .flows(new Flow(SHOP.id(), resting.id(), Direction.READS, Optional.of(0.0)));

        assertThat(graph(fleet, Optional.empty()).withoutWriters()).containsExactly(written.id());
    }

    private static Flow writes(Workload service, TopicId topic, double rate) {
        return new Flow(service.id(), topic, Direction.WRITES, Optional.of(rate));
    }

    private static FlowGraph graph(SampleFleet fleet, Optional<String> namespace) {
        return FlowGraph.of(new VisibleFleet(fleet.build(), EVERYTHING), namespace);
    }
}
