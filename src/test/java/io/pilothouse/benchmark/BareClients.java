package io.pilothouse.benchmark;

import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Listable;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Asks for what the console's picture is made of by plain calls of the same clients, all kinds at once, and throws the answers away. Its
 * arguments are a kubeconfig and bootstrap servers; it prints how many milliseconds the calls took, the clients' making left out.
 */
final class BareClients {

    private static final long PAGE = 500;
    private static final int TOPICS_AT_ONCE = 200;
    private static final int GROUPS_AT_ONCE = 50;

    private BareClients() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        Config config = Config.fromKubeconfig(new File(arguments[0]));
        config.setRequestTimeout(30_000);
        config.setUserAgent("bare");
        config.setHttp2Disable(true);
        try (KubernetesClient kubernetes =
                        new KubernetesClientBuilder().withConfig(config).build();
                Admin kafka = Admin.create(Map.of("bootstrap.servers", arguments[1]));
                var threads = Executors.newCachedThreadPool()) {
            long begin = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            lists(kubernetes).forEach(list -> running.add(threads.submit(() -> all(list))));
            running.add(threads.submit(() -> readKafka(kafka)));
            for (Future<?> each : running) {
                each.get();
            }
            out.println("= " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
    }

    private static List<Listable<? extends KubernetesResourceList<?>>> lists(KubernetesClient client) {
        var apps = client.apps();
        return List.of(
                client.pods().inAnyNamespace(),
                client.nodes(),
                apps.replicaSets().inAnyNamespace(),
                apps.deployments().inAnyNamespace(),
                apps.statefulSets().inAnyNamespace(),
                apps.daemonSets().inAnyNamespace(),
                apps.controllerRevisions().inAnyNamespace(),
                client.autoscaling().v2().horizontalPodAutoscalers().inAnyNamespace(),
                client.policy().v1().podDisruptionBudget().inAnyNamespace(),
                client.v1().events().inAnyNamespace(),
                client.persistentVolumeClaims().inAnyNamespace(),
                client.persistentVolumes(),
                client.storage().v1().storageClasses());
    }

    private static void all(Listable<? extends KubernetesResourceList<?>> objects) {
        String next = null;
        do {
            var page = objects.list(
                    new ListOptionsBuilder().withLimit(PAGE).withContinue(next).build());
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
    }

    private static boolean readKafka(Admin admin) throws Exception {
        var brokers = admin.describeCluster().nodes().get();
        List<String> names = List.copyOf(admin.listTopics().names().get());
        Map<String, TopicDescription> topics = new HashMap<>();
        for (List<String> part : parts(names, TOPICS_AT_ONCE)) {
            topics.putAll(admin.describeTopics(part).allTopicNames().get());
        }
        for (List<String> part : parts(names, TOPICS_AT_ONCE)) {
            admin.describeConfigs(part.stream()
                            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                            .toList())
                    .all()
                    .get();
        }
        admin.describeMetadataQuorum().quorumInfo().get();
        admin.describeLogDirs(brokers.stream().map(Node::id).toList())
                .allDescriptions()
                .get();
        Map<TopicPartition, OffsetSpec> partitions = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        admin.listOffsets(partitions).all().get();
        readGroups(admin);
        return true;
    }

    private static void readGroups(Admin admin) throws Exception {
        List<String> groups = admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .toList();
        for (List<String> part : parts(groups, GROUPS_AT_ONCE)) {
            var described = admin.describeClassicGroups(part);
            admin.listConsumerGroupOffsets(part.stream()
                            .collect(Collectors.toMap(Function.identity(), _ -> new ListConsumerGroupOffsetsSpec())))
                    .all()
                    .get();
            described.all().get();
        }
    }

    private static List<List<String>> parts(List<String> all, int size) {
        List<List<String>> parts = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += size) {
            parts.add(all.subList(begin, Math.min(begin + size, all.size())));
        }
        return parts;
    }
}
