package io.pilothouse.clusters;

import io.pilothouse.base.Quantity;
import io.pilothouse.clusters.KafkaDesign.Authentication;
import io.pilothouse.clusters.KafkaDesign.Exposure;
import io.pilothouse.clusters.KafkaDesign.Listener;
import io.pilothouse.clusters.KafkaDesign.Pool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that the API server's schema, or Strimzi's operator, would refuse.
 *
 * @param field what has to be chosen otherwise: {@code name}, {@code pools[0].memory}
 * @param words why, one sentence without a full stop
 */
public record DesignProblem(String field, String words) {

    private static final Pattern LABEL = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern LISTENER = Pattern.compile("[a-z0-9]{1,11}");
    private static final Pattern HEAP = Pattern.compile("[0-9]+[mMgG]");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([-a-z0-9]*[a-z0-9])?\\.)+[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");

    /** {@code -kafka-bootstrap} and the like come behind it, and a Service's name has at most 63 letters. */
    private static final int LONGEST_NAME = 40;

    private static final int LONGEST_POOL = 20;
    private static final int FIRST_PORT = 9092;
    private static final int LAST_PORT = 65_535;

    /** Of Prometheus and JMX (Strimzi's documentation, "GenericKafkaListener"). */
    private static final Set<Integer> TAKEN_PORTS = Set.of(9404, 9999);

    /** All that is wrong with a design; nothing for one that can be deployed. */
    public static List<DesignProblem> of(KafkaDesign design) {
        List<DesignProblem> problems = new ArrayList<>();
        label("name", design.name(), LONGEST_NAME).ifPresent(problems::add);
        label("namespace", design.namespace(), 63).ifPresent(problems::add);
        design.version()
                .filter(version -> !VERSION.matcher(version).matches())
                .ifPresent(_ -> problems.add(new DesignProblem("version", "A version is written like 4.3.1")));
        pools(design, problems);
        listeners(design, problems);
        replication(design, problems);
        labels(design.labels(), problems);
        return List.copyOf(problems);
    }

    private static Optional<DesignProblem> label(String field, String text, int longest) {
        if (text.isBlank()) {
            return Optional.of(new DesignProblem(field, "It needs a name"));
        }
        if (text.length() > longest) {
            return Optional.of(
                    new DesignProblem(field, "At most " + longest + " letters: Kubernetes puts more behind it"));
        }
        return LABEL.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(new DesignProblem(field, "Small letters, digits and hyphens, beginning with a letter"));
    }

    private static void pools(KafkaDesign design, List<DesignProblem> problems) {
        if (design.controllers() == 0) {
            problems.add(new DesignProblem("pools", "No node votes: one pool has to have the controller role"));
        }
        if (design.brokers() == 0) {
            problems.add(new DesignProblem("pools", "No node holds partitions: one pool has to have the broker role"));
        }
        for (int index = 0; index < design.pools().size(); index++) {
            pool("pools[" + index + "].", design.pools().get(index), problems);
        }
        repeated(design.pools(), Pool::name)
                .forEach(name -> problems.add(new DesignProblem("pools", "Two pools are called " + name)));
    }

    private static void pool(String at, Pool pool, List<DesignProblem> problems) {
        label(at + "name", pool.name(), LONGEST_POOL).ifPresent(problems::add);
        if (!pool.broker() && !pool.controller()) {
            problems.add(new DesignProblem(at + "roles", "It needs a role"));
        }
        if (pool.nodes() < 1) {
            problems.add(new DesignProblem(at + "nodes", "At least one node"));
        }
        amount(at + "cpu", pool.cpu(), false).ifPresent(problems::add);
        amount(at + "memory", pool.memory(), false).ifPresent(problems::add);
        heap(at + "heap", pool).ifPresent(problems::add);
        if (pool.storage().persistent()) {
            amount(at + "size", pool.storage().size(), true).ifPresent(problems::add);
        }
        if (pool.storage().volumes() < 1) {
            problems.add(new DesignProblem(at + "volumes", "At least one volume"));
        }
    }

    private static Optional<DesignProblem> amount(String field, String text, boolean needed) {
        if (text.isBlank()) {
            return needed ? Optional.of(new DesignProblem(field, "It needs an amount like 100Gi")) : Optional.empty();
        }
        return Quantity.of(text.strip()).filter(amount -> amount.signum() > 0).isPresent()
                ? Optional.empty()
                : Optional.of(new DesignProblem(field, "An amount above none, like 500m or 2Gi"));
    }

    private static Optional<DesignProblem> heap(String field, Pool pool) {
        String heap = pool.heap().strip();
        if (heap.isEmpty()) {
            return Optional.empty();
        }
        if (!HEAP.matcher(heap).matches()) {
            return Optional.of(new DesignProblem(field, "An amount as Java takes it, like 4g or 512m"));
        }
        long unit = heap.toLowerCase(Locale.ROOT).endsWith("g") ? 1L << 30 : 1L << 20;
        BigDecimal bytes = new BigDecimal(heap.substring(0, heap.length() - 1)).multiply(BigDecimal.valueOf(unit));
        return Quantity.of(pool.memory().strip())
                .filter(memory -> memory.compareTo(bytes) <= 0)
                .map(_ -> new DesignProblem(field, "Less than the memory, which holds more than the heap"));
    }

    private static void listeners(KafkaDesign design, List<DesignProblem> problems) {
        if (design.listeners().isEmpty()) {
            problems.add(new DesignProblem("listeners", "Without a listener nobody can connect"));
        }
        for (int index = 0; index < design.listeners().size(); index++) {
            listener("listeners[" + index + "].", design.listeners().get(index), problems);
        }
        repeated(design.listeners(), Listener::name)
                .forEach(name -> problems.add(new DesignProblem("listeners", "Two listeners are called " + name)));
        repeated(design.listeners(), Listener::port)
                .forEach(port -> problems.add(new DesignProblem("listeners", "Two listeners have port " + port)));
    }

    private static void listener(String at, Listener listener, List<DesignProblem> problems) {
        if (!LISTENER.matcher(listener.name()).matches()) {
            problems.add(new DesignProblem(at + "name", "One to eleven small letters and digits"));
        }
        if (listener.port() < FIRST_PORT || listener.port() > LAST_PORT) {
            problems.add(new DesignProblem(at + "port", "A port from 9092 to 65535"));
        } else if (TAKEN_PORTS.contains(listener.port())) {
            problems.add(new DesignProblem(at + "port", "Prometheus and JMX have ports 9404 and 9999"));
        }
        if (listener.authentication() == Authentication.MUTUAL_TLS && !listener.tls()) {
            problems.add(new DesignProblem(at + "tls", "Mutual TLS needs TLS"));
        }
        if (listener.exposure() == Exposure.INGRESS) {
            if (!listener.tls()) {
                problems.add(new DesignProblem(at + "tls", "An ingress passes Kafka through only with TLS"));
            }
            if (!DOMAIN.matcher(listener.domain()).matches()) {
                problems.add(new DesignProblem(
                        at + "domain", "The domain under which its hosts are, like kafka.example.com"));
            }
        }
    }

    private static void replication(KafkaDesign design, List<DesignProblem> problems) {
        if (design.replicationFactor() < 1) {
            problems.add(new DesignProblem("replicationFactor", "At least one replica"));
        } else if (design.brokers() > 0 && design.replicationFactor() > design.brokers()) {
            problems.add(new DesignProblem(
                    "replicationFactor", "At most " + design.brokers() + ", for there are no more brokers"));
        }
        if (design.minInSync() < 1 || design.minInSync() > design.replicationFactor()) {
            problems.add(new DesignProblem("minInSync", "From 1 to the replication factor"));
        }
    }

    private static void labels(Map<String, String> labels, List<DesignProblem> problems) {
        labels.forEach((key, value) -> {
            if (key.startsWith("strimzi.io/")) {
                problems.add(new DesignProblem("labels", "Labels under strimzi.io are the operator's own"));
            } else if (!LABEL_KEY.matcher(key).matches()
                    || !LABEL_VALUE.matcher(value).matches()) {
                problems.add(new DesignProblem("labels", key + "=" + value + " is no label of Kubernetes"));
            }
        });
    }

    private static <T, V> Set<V> repeated(List<T> all, Function<T, V> by) {
        Set<V> seen = new HashSet<>();
        return all.stream().map(by).filter(value -> !seen.add(value)).collect(Collectors.toSet());
    }
}
