package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.StrimziResources;
import io.pilothouse.fleet.StrimziResources.ConnectResource;
import io.pilothouse.fleet.StrimziResources.Resource;
import io.pilothouse.fleet.spi.NamespaceFacts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which Kafka cluster a resource belongs to. A label names the cluster without its namespace: it is the one beside the resource; else, since
 * operators may watch another namespace, the only one of that name.
 */
final class OperatedResources {

    private final List<StrimziResources> all;
    private final Set<ClusterId> clusters;

    /** @param clusters all clusters that have a {@code Kafka} resource */
    OperatedResources(Collection<NamespaceFacts> namespaces, Set<ClusterId> clusters) {
        this.all = namespaces.stream().map(NamespaceFacts::operated).toList();
        this.clusters = clusters;
    }

    StrimziResources of(ClusterId cluster) {
        if (!clusters.contains(cluster)) {
            return StrimziResources.NONE;
        }
        List<ConnectResource> connects = each(StrimziResources::connects)
                .filter(connect -> reaches(connect, cluster))
                .toList();
        Set<String> connectNames = connects.stream()
                .map(connect -> connect.resource().namespace() + "/"
                        + connect.resource().name())
                .collect(Collectors.toSet());
        return new StrimziResources(
                belonging(cluster, StrimziResources::topics, topic -> topic.resource()),
                belonging(cluster, StrimziResources::users, user -> user.resource()),
                belonging(cluster, StrimziResources::rebalances, rebalance -> rebalance.resource()),
                connects,
                each(StrimziResources::connectors)
                        .filter(connector -> connector
                                .resource()
                                .cluster()
                                .filter(connect -> connectNames.contains(
                                        connector.resource().namespace() + "/" + connect))
                                .isPresent())
                        .toList());
    }

    private <T> List<T> belonging(
            ClusterId cluster, Function<StrimziResources, List<T>> kind, Function<T, Resource> resource) {
        Predicate<T> belongs = each -> belongs(resource.apply(each), cluster);
        return each(kind).filter(belongs).toList();
    }

    private boolean belongs(Resource resource, ClusterId cluster) {
        return resource.cluster().filter(cluster.name()::equals).isPresent()
                && (resource.namespace().equals(cluster.namespace()) || isTheOnlyOne(resource, cluster));
    }

    private boolean isTheOnlyOne(Resource resource, ClusterId cluster) {
        List<ClusterId> named = clusters.stream()
                .filter(candidate -> candidate.name().equals(cluster.name()))
                .toList();
        return named.size() == 1 && !clusters.contains(new ClusterId(resource.namespace(), cluster.name()));
    }

    /** Strimzi names the Service of a cluster's listeners {@code cluster-kafka-bootstrap}. */
    private static boolean reaches(ConnectResource connect, ClusterId cluster) {
        String service = cluster.name() + "-kafka-bootstrap";
        return Stream.of(connect.bootstrapServers().split(","))
                .map(server -> server.strip().split(":", 2)[0])
                .anyMatch(host ->
                        host.equals(service) && connect.resource().namespace().equals(cluster.namespace())
                                || host.equals(service + "." + cluster.namespace())
                                || host.startsWith(service + "." + cluster.namespace() + "."));
    }

    private <T> Stream<T> each(Function<StrimziResources, List<T>> kind) {
        return all.stream().flatMap(resources -> kind.apply(resources).stream());
    }
}
