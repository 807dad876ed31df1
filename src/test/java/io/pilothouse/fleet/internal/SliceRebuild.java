package io.pilothouse.fleet.internal;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.spi.KafkaClusterFacts;
import io.pilothouse.fleet.spi.KafkaConnection;
import io.pilothouse.fleet.spi.KafkaFacts;
import io.pilothouse.fleet.spi.KubernetesFacts;
import io.pilothouse.fleet.spi.KubernetesState;
import io.pilothouse.fleet.spi.SourceUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;

/** Joins facts of a running console anew, outside of its own thread, and takes the time. */
public final class SliceRebuild {

    private static final int ROUNDS = 30;

    private final KubernetesFacts kubernetes;
    private final KafkaFacts kafka;
    private final Map<KafkaConnection, ProgressAttempt> attempts;

    private SliceRebuild(KubernetesFacts kubernetes, KafkaFacts kafka) {
        this.kubernetes = kubernetes;
        this.kafka = kafka;
        this.attempts = kafka.configured().stream()
                .collect(Collectors.toMap(Function.identity(), each -> new ProgressAttempt(kafka, each)));
    }

    /**
     * The median time of a join in which nothing changed, one in which one pod changed, and one in which each Kafka cluster was read anew.
     *
     * @param change changes one pod
     */
    public static String measure(ApplicationContext console, Supplier<?> change) throws SourceUnavailable {
        return new SliceRebuild(console.getBean(KubernetesFacts.class), console.getBean(KafkaFacts.class))
                .measure(change);
    }

    private String measure(Supplier<?> change) throws SourceUnavailable {
        Facts facts = new Facts(
                kubernetes.current(),
                readClusters(),
                readProgress(),
                kafka.configured().stream().collect(Collectors.toMap(KafkaConnection::cluster, Function.identity())),
                FleetJoiner.nothingYet(Instant.now()).facts().metrics());
        FleetJoiner.Joined joined = FleetJoiner.join(facts, FleetJoiner.nothingYet(Instant.now()), Instant.now());
        List<Double> nothing = new ArrayList<>();
        List<Double> namespace = new ArrayList<>();
        List<Double> cluster = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            joined = timed(joined.facts(), joined, nothing);
            joined = timed(
                    withKubernetes(joined.facts(), changed(joined.facts().kubernetes(), change)), joined, namespace);
            joined = timed(withKafka(joined.facts()), joined, cluster);
        }
        return "nothing changed %s, one pod of a namespace %s, Kafka cluster read anew %s"
                .formatted(median(nothing), median(namespace), median(cluster));
    }

    private Observed<KubernetesState> changed(Observed<KubernetesState> before, Supplier<?> change) {
        var _ = change.get();
        return Awaitility.await().until(kubernetes::current, now -> !PodAddresses.same(now, before));
    }

    private static FleetJoiner.Joined timed(Facts facts, FleetJoiner.Joined before, List<Double> millis) {
        long begin = System.nanoTime();
        FleetJoiner.Joined joined = FleetJoiner.join(facts, before, Instant.now());
        Fleet after = joined.fleet();
        boolean same = after.namespaces().equals(before.fleet().namespaces())
                && after.clusters().equals(before.fleet().clusters());
        millis.add((System.nanoTime() - begin) / 1e6);
        return same ? new FleetJoiner.Joined(facts, before.fleet()) : joined;
    }

    private static Facts withKubernetes(Facts facts, Observed<KubernetesState> newer) {
        return new Facts(newer, facts.kafka(), facts.progress(), facts.connections(), facts.metrics());
    }

    private Facts withKafka(Facts facts) throws SourceUnavailable {
        return new Facts(facts.kubernetes(), readClusters(), readProgress(), facts.connections(), facts.metrics());
    }

    private Map<ClusterId, Observed<KafkaClusterFacts>> readClusters() throws SourceUnavailable {
        Map<ClusterId, Observed<KafkaClusterFacts>> read = new HashMap<>();
        for (var attempt : attempts.entrySet()) {
            KafkaClusterFacts facts = attempt.getValue().noting(() -> kafka.read(attempt.getKey()));
            read.put(attempt.getKey().cluster(), new Observed.Fresh<>(facts, Instant.now()));
        }
        return Map.copyOf(read);
    }

    private Map<ClusterId, Observed<Progress>> readProgress() throws SourceUnavailable {
        Map<ClusterId, Observed<Progress>> read = new HashMap<>();
        for (var attempt : attempts.entrySet()) {
            read.put(
                    attempt.getKey().cluster(),
                    new Observed.Fresh<>(attempt.getValue().read(), Instant.now()));
        }
        return Map.copyOf(read);
    }

    private static String median(List<Double> millis) {
        return String.format(
                Locale.ROOT, "%.1f ms", millis.stream().sorted().toList().get(ROUNDS / 2));
    }
}
