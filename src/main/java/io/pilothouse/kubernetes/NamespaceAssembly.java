package io.pilothouse.kubernetes;

import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.Restarts;
import io.pilothouse.fleet.StrimziResources;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import io.pilothouse.kubernetes.BatchReductions.ReducedJob;
import io.pilothouse.kubernetes.RevisionReductions.ReducedReplicaSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the facts of each namespace together; one that did not change keeps what was put together before. */
final class NamespaceAssembly {

    /** Restarts leave the last hour without anything else changing. */
    private static final Duration RECOUNT = Duration.ofSeconds(30);

    private final WatchedKinds kinds;
    private final RestartLedger restarts;
    private final Clock clock;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> eventful = ConcurrentHashMap.newKeySet();
    private final Map<String, NamespaceFacts> assembled = new HashMap<>();
    private Instant recounted = Instant.EPOCH;

    NamespaceAssembly(WatchedKinds kinds, Clock clock) {
        this.kinds = kinds;
        this.restarts = new RestartLedger(clock);
        this.clock = clock;
    }

    void changed(String namespace) {
        changed.add(namespace);
    }

    /** Events alone leave everything else of the namespace as it was put together before. */
    void happened(String namespace) {
        eventful.add(namespace);
    }

    /** The facts of all namespaces that hold anything. */
    synchronized Map<String, NamespaceFacts> current() {
        recountFromTimeToTime();
        for (String namespace : Set.copyOf(changed)) {
            changed.remove(namespace);
            if (!namespace.isEmpty()) {
                NamespaceFacts facts = assemble(namespace);
                assembled.compute(namespace, (_, before) -> facts.equals(before) ? before : facts);
            }
        }
        for (String namespace : Set.copyOf(eventful)) {
            eventful.remove(namespace);
            assembled.computeIfPresent(namespace, (_, before) -> before.withEvents(events(namespace)));
        }
        assembled.keySet().retainAll(namespaces());
        return Map.copyOf(assembled);
    }

    private Set<String> namespaces() {
        return Stream.concat(
                        Stream.of(
                                kinds.pods,
                                kinds.kafkas,
                                kinds.nodePools,
                                kinds.topicResources,
                                kinds.jobs,
                                kinds.cronJobs),
                        kinds.workloads.stream())
                .flatMap(store -> store.namespaces().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void recountFromTimeToTime() {
        Instant now = clock.instant();
        if (recounted.plus(RECOUNT).isAfter(now)) {
            return;
        }
        recounted = now;
        assembled.values().stream()
                .filter(facts ->
                        facts.pods().stream().anyMatch(pod -> !pod.restarts().equals(Restarts.NONE)))
                .forEach(facts -> changed.add(facts.name()));
        Set<String> present = kinds.pods.namespaces().stream()
                .flatMap(namespace -> kinds.pods.facts(namespace).stream())
                .map(pod -> pod.facts().uid())
                .collect(Collectors.toSet());
        restarts.retain(present::contains);
    }

    private NamespaceFacts assemble(String namespace) {
        Map<String, Optional<String>> owners = owners(namespace);
        return new NamespaceFacts(
                namespace,
                workloads(namespace)
                        .sorted(Comparator.comparing(workload -> workload.id().toString()))
                        .toList(),
                kinds.pods.facts(namespace).stream()
                        .map(pod -> pod(pod, owners))
                        .sorted(Comparator.comparing(PodFacts::name))
                        .toList(),
                kinds.autoscalers.facts(namespace).stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(
                                facts -> facts.autoscaling().name()))
                        .toList(),
                kinds.kafkas.facts(namespace).stream()
                        .sorted(Comparator.comparing(kafka -> kafka.id()))
                        .toList(),
                kinds.nodePools.facts(namespace).stream()
                        .sorted(Comparator.comparing(pool -> pool.pool().name()))
                        .toList(),
                Stream.concat(
                                kinds.replicaSets.facts(namespace).stream().map(ReducedReplicaSet::revision),
                                kinds.controllerRevisions.facts(namespace).stream())
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(facts -> facts.revision().name()))
                        .toList(),
                kinds.budgets.facts(namespace).stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(facts -> facts.budget().name()))
                        .toList(),
                Optional.ofNullable(assembled.get(namespace))
                        .map(NamespaceFacts::events)
                        .orElseGet(() -> events(namespace)),
                kinds.scaledObjects.facts(namespace).stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(
                                facts -> facts.scaledObject().name()))
                        .toList(),
                kinds.claims.facts(namespace).stream()
                        .sorted(Comparator.comparing(ClaimFacts::name))
                        .toList(),
                kinds.quotas.facts(namespace).stream()
                        .sorted(Comparator.comparing(Quota::name))
                        .toList(),
                kinds.limitRanges.facts(namespace).stream()
                        .sorted(Comparator.comparing(LimitRange::name))
                        .toList(),
                operated(namespace),
                kinds.networkServices.facts(namespace).stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(facts -> facts.service().name()))
                        .toList());
    }

    private Stream<WorkloadFacts> workloads(String namespace) {
        List<ReducedJob> jobs = kinds.jobs.facts(namespace);
        return Stream.of(
                        kinds.workloads.stream().flatMap(store -> store.facts(namespace).stream()),
                        jobs.stream().filter(job -> job.cronJob().isEmpty()).map(ReducedJob::facts),
                        kinds.cronJobs.facts(namespace).stream()
                                .map(cronJob -> BatchReductions.complete(cronJob, jobs.stream())))
                .flatMap(each -> each);
    }

    /** What stands between pods and what people call a service, and whose each is. */
    private Map<String, Optional<String>> owners(String namespace) {
        Map<String, Optional<String>> owners = new HashMap<>();
        kinds.replicaSets.facts(namespace).forEach(set -> owners.put(set.uid(), set.deployment()));
        kinds.jobs.facts(namespace).stream()
                .filter(job -> job.cronJob().isPresent())
                .forEach(job -> owners.put(job.facts().uid(), job.cronJob()));
        return owners;
    }

    private StrimziResources operated(String namespace) {
        return new StrimziResources(
                byName(kinds.topicResources, namespace, topic -> topic.resource()),
                byName(kinds.userResources, namespace, user -> user.resource()),
                byName(kinds.rebalanceResources, namespace, rebalance -> rebalance.resource()),
                byName(kinds.connectResources, namespace, connect -> connect.resource()),
                byName(kinds.connectorResources, namespace, connector -> connector.resource()));
    }

    private static <F> List<F> byName(
            ReducingStore<?, F> store, String namespace, Function<F, StrimziResources.Resource> resource) {
        return store.facts(namespace).stream()
                .sorted(Comparator.comparing(fact -> resource.apply(fact).name()))
                .toList();
    }

    private List<Event> events(String namespace) {
        return kinds.events.facts(namespace).stream()
                .sorted(Comparator.comparing(Event::last).reversed().thenComparing(Event::name))
                .toList();
    }

    private PodFacts pod(ReducedPod pod, Map<String, Optional<String>> owners) {
        Optional<String> owner = pod.controller().flatMap(uid -> owners.getOrDefault(uid, Optional.of(uid)));
        restarts.note(pod.facts());
        return pod.complete(owner, restarts.withinTheHour(pod.facts()));
    }
}
