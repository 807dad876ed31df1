package io.pilothouse.testbed.strimzi;

import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code server.config} of one node as Strimzi writes it, but without TLS on any listener. */
final class ServerConfiguration {

    private static final String CONTROL_PLANE = "CONTROLPLANE-9090";
    private static final String REPLICATION = "REPLICATION-9091";

    private final KafkaModel model;

    ServerConfiguration(KafkaModel model) {
        this.model = model;
    }

    /** What the user may set; a change of it is what rolls the pods. */
    Map<String, String> userSettings() {
        Map<String, String> settings = new TreeMap<>();
        Objects.requireNonNullElse(model.spec().getConfig(), Map.<String, Object>of())
                .forEach((name, value) -> settings.put(name, String.valueOf(value)));
        return settings;
    }

    String of(KafkaNode node) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("node.id", String.valueOf(node.id()));
        lines.put("process.roles", roles(node));
        lines.put("controller.listener.names", CONTROL_PLANE);
        lines.put("controller.quorum.voters", voters());
        lines.put("inter.broker.listener.name", REPLICATION);
        lines.put("listeners", listeners(node, "0.0.0.0"));
        lines.put("advertised.listeners", listeners(node, host(node)));
        lines.put("listener.security.protocol.map", protocols());
        lines.put(
                "log.dirs",
                DataVolume.of(node.pool().getSpec().getStorage()).stream()
                        .map(volume -> volume.logDirectory(node.id()))
                        .collect(Collectors.joining(",")));
        if (model.spec().getRack() != null) {
            lines.put("broker.rack", "${strimzidir:/opt/kafka/init:rack.id}");
        }
        lines.putAll(userSettings());
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String roles(KafkaNode node) {
        List<String> roles = new ArrayList<>();
        if (node.broker()) {
            roles.add("broker");
        }
        if (node.controller()) {
            roles.add("controller");
        }
        return String.join(",", roles);
    }

    private String voters() {
        return model.nodes().stream()
                .filter(KafkaNode::controller)
                .map(node -> node.id() + "@" + host(node) + ":9090")
                .collect(Collectors.joining(","));
    }

    private String listeners(KafkaNode node, String host) {
        List<String> listeners = new ArrayList<>();
        if (node.controller()) {
            listeners.add(CONTROL_PLANE + "://" + host + ":9090");
        }
        if (node.broker()) {
            listeners.add(REPLICATION + "://" + host + ":9091");
            model.spec()
                    .getListeners()
                    .forEach(listener -> listeners.add(name(listener) + "://" + host + ":" + listener.getPort()));
        }
        return String.join(",", listeners);
    }

    private String protocols() {
        return Stream.concat(
                        Stream.of(CONTROL_PLANE, REPLICATION),
                        model.spec().getListeners().stream().map(ServerConfiguration::name))
                .map(name -> name + ":PLAINTEXT")
                .collect(Collectors.joining(","));
    }

    private static String name(GenericKafkaListener listener) {
        return listener.getName().toUpperCase(Locale.ROOT) + "-" + listener.getPort();
    }

    private String host(KafkaNode node) {
        return model.broker(node).host(model.brokersService());
    }
}
