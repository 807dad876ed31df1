package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in for Strimzi's cluster operator 1.2.0, whose jars are not published. From outside it looks as the real one was seen to look:
 * the objects it makes, and when it says what in a status. It goes on by itself when the API server has been away.
 */
public final class LocalStrimzi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStrimzi.class);
    private static final int POD_SET_MILLIS = 2_000;

    private final KubernetesClient client;
    private final StrimziSettings settings;
    private final KafkaReconciler reconciler;
    private final PodSets podSets;
    private final Leftovers leftovers;
    private final ZonalProvisioner provisioner;
    private final Rounds kafkaRounds = new Rounds("strimzi-kafka", this::reconcileAll);
    private final Rounds podSetRounds = new Rounds("strimzi-pod-sets", _ -> keepPodSets());
    private final List<SharedIndexInformer<? extends HasMetadata>> informers;

    /**
     * @param config how to reach the API server; the account must be allowed everything an operator does
     * @param brokers runs the brokers; it names their addresses and volumes
     */
    public LocalStrimzi(Config config, BrokerRuntime brokers, StrimziSettings settings, Clock clock) {
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        this.settings = settings;
        this.reconciler = new KafkaReconciler(
                client,
                new StatusWriter(client, brokers, clock),
                new ModelCheck(brokers::versions),
                new KafkaRoller(client, brokers, clock, settings.operationTimeout()),
                new ScaleDown(brokers),
                settings.operationTimeout());
        this.podSets = new PodSets(client);
        this.leftovers = new Leftovers(client);
        this.provisioner = new ZonalProvisioner(client, brokers, settings);
        this.informers = List.of(
                informer(Kafka.class, kafkaRounds),
                informer(KafkaNodePool.class, kafkaRounds),
                informer(Pod.class, podSetRounds));
    }

    /** Starts it; returns at once, whether or not there is an API server with Strimzi's kinds. */
    public void start() {
        LOG.info(
                "Local Strimzi reconciles every {} s. It does without: TLS and its secrets, users,"
                        + " topics, rebalances, Connect, network policies",
                settings.reconcileInterval().toSeconds());
        kafkaRounds.every(settings.reconcileInterval().toMillis());
        podSetRounds.every(POD_SET_MILLIS);
        informers.forEach(SharedIndexInformer::start);
    }

    /** Stops reconciling; what it made stays. */
    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
        kafkaRounds.close();
        podSetRounds.close();
        client.close();
    }

    private <T extends HasMetadata> SharedIndexInformer<T> informer(Class<T> kind, Rounds rounds) {
        SharedIndexInformer<T> informer =
                client.resources(kind).inAnyNamespace().runnableInformer(0);
        informer.exceptionHandler((started, failure) -> true);
        informer.addEventHandler(new DesiredChange<>(rounds::soon));
        return informer;
    }

    private void reconcileAll(boolean timed) {
        List<Kafka> present =
                client.resources(Kafka.class).inAnyNamespace().list().getItems();
        leftovers.removeOrphans(present);
        present.stream()
                .filter(kafka -> kafka.getMetadata().getDeletionTimestamp() == null)
                .forEach(kafka -> reconciler.reconcile(kafka, timed));
    }

    private void keepPodSets() {
        client.resources(Kafka.class).inAnyNamespace().list().getItems().stream()
                .map(kafka -> kafka.getMetadata().getNamespace())
                .distinct()
                .forEach(namespace -> {
                    provisioner.provision(namespace);
                    podSets.keep(namespace);
                });
    }

    /** Work that is done again and again on a thread of its own, and earlier when something has changed. */
    private static final class Rounds implements AutoCloseable {

        private final ScheduledExecutorService executor;
        private final Consumer<Boolean> work;
        private final AtomicBoolean due = new AtomicBoolean();
        private boolean failing;

        /** @param work is told whether nobody but the clock called for it */
        Rounds(String name, Consumer<Boolean> work) {
            this.work = work;
            this.executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name(name).factory());
        }

        void every(long millis) {
            executor.scheduleWithFixedDelay(() -> round(true), 0, millis, TimeUnit.MILLISECONDS);
        }

        void soon() {
            if (due.compareAndSet(false, true) && !executor.isShutdown()) {
                executor.execute(() -> round(false));
            }
        }

        private void round(boolean timed) {
            due.set(false);
            try {
                work.accept(timed);
                failing = false;
            } catch (KubernetesClientException e) {
                say(e);
            } catch (RuntimeException e) {
                if (!executor.isShutdown()) {
                    LOG.warn("A reconcile failed and is tried again", e);
                }
            }
        }

        private void say(KubernetesClientException failure) {
            if (!failing && !executor.isShutdown()) {
                LOG.info("The API server does not do what the operator asks; trying on: {}", failure.getMessage());
            }
            failing = true;
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
