package io.pilothouse.clusters;

import io.pilothouse.clusters.KafkaDesign.Authentication;
import io.pilothouse.clusters.KafkaDesign.Exposure;
import io.pilothouse.clusters.KafkaDesign.Listener;
import io.pilothouse.clusters.KafkaDesign.Pool;
import io.pilothouse.clusters.KafkaDesign.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The resources that a design makes, as maps in the order in which people read them (Strimzi's API {@code kafka.strimzi.io/v1}). */
public final class KafkaObjects {

    private static final String API_VERSION = "kafka.strimzi.io/v1";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String HOST = "kubernetes.io/hostname";
    private static final String POOL_LABEL = "strimzi.io/pool-name";

    private KafkaObjects() {}

    /** Its pools, then the {@code Kafka}. */
    public static List<Map<String, Object>> of(KafkaDesign design) {
        List<Map<String, Object>> objects = new ArrayList<>();
        design.pools().forEach(pool -> objects.add(pool(design, pool)));
        objects.add(kafka(design));
        return List.copyOf(objects);
    }

    static Map<String, Object> pool(KafkaDesign design, Pool pool) {
        Map<String, Object> labels = new LinkedHashMap<>(design.labels());
        labels.put("strimzi.io/cluster", design.name());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("replicas", pool.nodes());
        spec.put("roles", roles(pool));
        Map<String, Object> resources = resources(pool);
        if (!resources.isEmpty()) {
            spec.put("resources", resources);
        }
        if (!pool.heap().isBlank()) {
            spec.put(
                    "jvmOptions",
                    fields("-Xms", pool.heap().strip(), "-Xmx", pool.heap().strip()));
        }
        spec.put("storage", storage(pool));
        if (pool.spreadZones() || pool.apart()) {
            spec.put("template", fields("pod", placement(design, pool)));
        }
        return object("KafkaNodePool", pool.name(), design.namespace(), labels, spec);
    }

    static Map<String, Object> kafka(KafkaDesign design) {
        Map<String, Object> kafka = new LinkedHashMap<>();
        design.version().ifPresent(version -> kafka.put("version", version));
        kafka.put(
                "listeners",
                design.listeners().stream().map(KafkaObjects::listener).toList());
        if (design.authorization()) {
            kafka.put("authorization", fields("type", "simple"));
        }
        if (design.pools().stream().anyMatch(Pool::spreadZones)) {
            kafka.put("rack", fields("topologyKey", ZONE));
        }
        kafka.put("config", config(design));
        if (design.metrics()) {
            kafka.put(
                    "metricsConfig",
                    fields("type", "strimziMetricsReporter", "values", fields("allowList", List.of(".*"))));
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("kafka", kafka);
        Map<String, Object> operators = new LinkedHashMap<>();
        if (design.topicOperator()) {
            operators.put("topicOperator", Map.of());
        }
        if (design.userOperator()) {
            operators.put("userOperator", Map.of());
        }
        if (!operators.isEmpty()) {
            spec.put("entityOperator", operators);
        }
        if (design.cruiseControl()) {
            spec.put("cruiseControl", Map.of());
        }
        return object("Kafka", design.name(), design.namespace(), new LinkedHashMap<>(design.labels()), spec);
    }

    private static Map<String, Object> object(
            String kind, String name, String namespace, Map<String, Object> labels, Map<String, Object> spec) {
        Map<String, Object> metadata = fields("name", name, "namespace", namespace);
        if (!labels.isEmpty()) {
            metadata.put("labels", labels);
        }
        return fields("apiVersion", API_VERSION, "kind", kind, "metadata", metadata, "spec", spec);
    }

    private static List<String> roles(Pool pool) {
        return Stream.of(pool.controller() ? "controller" : "", pool.broker() ? "broker" : "")
                .filter(role -> !role.isEmpty())
                .toList();
    }

    private static Map<String, Object> resources(Pool pool) {
        Map<String, Object> requests = new LinkedHashMap<>();
        Map<String, Object> resources = new LinkedHashMap<>();
        if (!pool.cpu().isBlank()) {
            requests.put("cpu", pool.cpu().strip());
        }
        if (!pool.memory().isBlank()) {
            requests.put("memory", pool.memory().strip());
        }
        if (!requests.isEmpty()) {
            resources.put("requests", requests);
        }
        if (!pool.memory().isBlank()) {
            resources.put("limits", fields("memory", pool.memory().strip()));
        }
        return resources;
    }

    /** Volumes stand in a JBOD even when there is one: more can be added then. */
    private static Map<String, Object> storage(Pool pool) {
        if (!pool.storage().persistent() && pool.storage().volumes() == 1) {
            return fields("type", "ephemeral");
        }
        return fields(
                "type",
                "jbod",
                "volumes",
                IntStream.range(0, pool.storage().volumes())
                        .mapToObj(id -> volume(pool.storage(), id, pool.controller()))
                        .toList());
    }

    private static Map<String, Object> volume(Storage storage, int id, boolean holdsMetadata) {
        Map<String, Object> volume = fields("id", id);
        if (storage.persistent()) {
            volume.put("type", "persistent-claim");
            volume.put("size", storage.size().strip());
            storage.storageClass().ifPresent(name -> volume.put("class", name));
            volume.put("deleteClaim", storage.deleteClaim());
        } else {
            volume.put("type", "ephemeral");
        }
        if (id == 0 && holdsMetadata) {
            volume.put("kraftMetadata", "shared");
        }
        return volume;
    }

    private static Map<String, Object> placement(KafkaDesign design, Pool pool) {
        Map<String, Object> pod = new LinkedHashMap<>();
        if (pool.spreadZones()) {
            pod.put(
                    "topologySpreadConstraints",
                    List.of(fields(
                            "maxSkew",
                            1,
                            "topologyKey",
                            ZONE,
                            "whenUnsatisfiable",
                            "ScheduleAnyway",
                            "labelSelector",
                            selector(design, pool))));
        }
        if (pool.apart()) {
            pod.put(
                    "affinity",
                    fields(
                            "podAntiAffinity",
                            fields(
                                    "requiredDuringSchedulingIgnoredDuringExecution",
                                    List.of(fields("topologyKey", HOST, "labelSelector", selector(design, pool))))));
        }
        return pod;
    }

    private static Map<String, Object> selector(KafkaDesign design, Pool pool) {
        return fields("matchLabels", fields("strimzi.io/cluster", design.name(), POOL_LABEL, pool.name()));
    }

    private static Map<String, Object> listener(Listener listener) {
        Map<String, Object> fields = fields(
                "name",
                listener.name(),
                "port",
                listener.port(),
                "type",
                listener.exposure().type(),
                "tls",
                listener.tls());
        if (listener.authentication() != Authentication.NONE) {
            fields.put(
                    "authentication", fields("type", listener.authentication().type()));
        }
        if (listener.exposure() == Exposure.INGRESS) {
            fields.put(
                    "configuration",
                    fields(
                            "hostTemplate",
                            "broker-{nodeId}." + listener.domain(),
                            "bootstrap",
                            fields("host", "bootstrap." + listener.domain())));
        }
        return fields;
    }

    private static Map<String, Object> config(KafkaDesign design) {
        return fields(
                "default.replication.factor",
                design.replicationFactor(),
                "min.insync.replicas",
                design.minInSync(),
                "offsets.topic.replication.factor",
                design.replicationFactor(),
                "transaction.state.log.replication.factor",
                design.replicationFactor(),
                "transaction.state.log.min.isr",
                design.minInSync());
    }

    /** Names and values in turn, in this order. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            fields.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
        }
        return fields;
    }
}
