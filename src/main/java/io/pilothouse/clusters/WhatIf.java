package io.pilothouse.clusters;

import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.KafkaCluster;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A place that may go away, and what a Kafka cluster would lose with it.
 *
 * @param name of the place; for a broker its id
 * @param brokers ids of the brokers there
 * @param up whether one of them is up, so that there is something to lose
 */
public record WhatIf(Place place, String name, List<Integer> brokers, boolean up, Loss loss) {

    public WhatIf {
        brokers = List.copyOf(brokers);
    }

    /** All places of these kinds in which the cluster has a broker; nothing while its topics are not known. */
    public static List<WhatIf> of(KafkaCluster cluster, Set<Place> kinds) {
        return cluster.topics().known().stream()
                .flatMap(topics -> Arrays.stream(Place.values())
                        .filter(kinds::contains)
                        .flatMap(kind -> places(
                                kind,
                                cluster,
                                Loss.byPlace(topics, id -> cluster.broker(id).flatMap(kind::of)))))
                .toList();
    }

    private static Stream<WhatIf> places(Place kind, KafkaCluster cluster, Map<String, Loss> losses) {
        Map<String, List<Broker>> brokers = new TreeMap<>();
        cluster.brokers()
                .forEach(broker -> kind.of(broker)
                        .ifPresent(name -> brokers.merge(
                                name,
                                List.of(broker),
                                (some, more) -> Stream.concat(some.stream(), more.stream())
                                        .toList())));
        return brokers.entrySet().stream()
                .map(there -> new WhatIf(
                        kind,
                        there.getKey(),
                        there.getValue().stream().map(Broker::id).toList(),
                        there.getValue().stream().anyMatch(Broker::up),
                        Optional.ofNullable(losses.get(there.getKey())).orElse(Loss.NONE)));
    }

    /** What would be lost with one broker; empty while topics are not known. */
    public static Optional<Loss> ofBroker(KafkaCluster cluster, int broker) {
        return cluster.topics()
                .known()
                .map(topics -> Loss.byPlace(topics, id -> id == broker ? Optional.of(id) : Optional.empty()))
                .map(losses -> Optional.ofNullable(losses.get(broker)).orElse(Loss.NONE));
    }
}
