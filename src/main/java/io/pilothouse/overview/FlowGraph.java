package io.pilothouse.overview;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How records go from service to topic to service, as far as a person may see both ends.
 *
 * @param services those that write or read one of the topics, with their state
 * @param topics at most {@value #MOST_TOPICS} of those that somebody writes or reads: what needs attention first, then what carries most
 * @param flows all between these
 * @param leftOut how many more topics somebody writes or reads
 * @param withoutWriters topics of these that are written while nobody's metrics tell by whom
 */
public record FlowGraph(
        Map<WorkloadId, Health> services,
        Map<TopicId, Health> topics,
        List<Flow> flows,
        int leftOut,
        List<TopicId> withoutWriters) {

    private static final int MOST_TOPICS = 24;

    /** The graph of what the person sees. @param namespace that of the services, if only one is asked for */
    public static FlowGraph of(VisibleFleet fleet, Optional<String> namespace) {
        List<Flow> all = fleet.flows()
                .filter(flow ->
                        namespace.map(flow.service().namespace()::equals).orElse(true))
                .toList();
        Map<TopicId, Topic> known =
                topics(fleet.clusters(), all.stream().map(Flow::topic).collect(Collectors.toSet()));
        Map<TopicId, Double> rates = rates(all);
        List<Topic> shown = known.values().stream()
                .sorted(Comparator.comparing((Topic topic) -> topic.health().state() == HealthState.HEALTHY)
                        .thenComparing(topic -> rates.getOrDefault(topic.id(), 0.0), Comparator.reverseOrder())
                        .thenComparing(Topic::id))
                .limit(MOST_TOPICS)
                .toList();
        Set<TopicId> ids = shown.stream().map(Topic::id).collect(Collectors.toSet());
        List<Flow> flows =
                all.stream().filter(flow -> ids.contains(flow.topic())).toList();
        return new FlowGraph(
                services(fleet, flows),
                shown.stream().collect(Collectors.toMap(Topic::id, Topic::health)),
                flows,
                known.size() - shown.size(),
                withoutWriters(shown, all));
    }

    private static Map<TopicId, Topic> topics(Collection<KafkaCluster> clusters, Set<TopicId> wanted) {
        return clusters.stream()
                .flatMap(cluster -> cluster.topics().known().stream())
                .flatMap(List::stream)
                .filter(topic -> wanted.contains(topic.id()))
                .collect(Collectors.toMap(Topic::id, topic -> topic));
    }

    private static Map<TopicId, Double> rates(List<Flow> flows) {
        Map<TopicId, Double> rates = new HashMap<>();
        flows.forEach(flow -> rates.merge(flow.topic(), flow.rate().orElse(0.0), Double::sum));
        return rates;
    }

    private static Map<WorkloadId, Health> services(VisibleFleet fleet, List<Flow> flows) {
        Set<WorkloadId> wanted = flows.stream().map(Flow::service).collect(Collectors.toSet());
        return wanted.stream()
                .map(WorkloadId::namespace)
                .distinct()
                .flatMap(name -> Stream.ofNullable(fleet.fleet().namespaces().get(name)))
                .flatMap(slice -> slice.workloads().stream())
                .filter(workload -> wanted.contains(workload.id()))
                .collect(Collectors.toMap(Workload::id, Workload::health));
    }

    private static List<TopicId> withoutWriters(List<Topic> topics, List<Flow> flows) {
        Set<TopicId> written = new HashSet<>();
        flows.stream()
                .filter(flow -> flow.direction() == Flow.Direction.WRITES)
                .forEach(flow -> written.add(flow.topic()));
        return topics.stream()
                .filter(topic -> topic.produced().filter(rate -> rate > 0).isPresent())
                .map(Topic::id)
                .filter(id -> !written.contains(id))
                .sorted()
                .toList();
    }
}
