package io.pilothouse.testbed.strimzi;

import io.strimzi.api.kafka.model.common.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the operator refuses before it touches anything, and what it warns of. */
final class ModelCheck {

    private static final String INVALID = "InvalidResourceException";

    private static final List<String> REPLICATION_FACTORS = List.of(
            "default.replication.factor",
            "offsets.topic.replication.factor",
            "transaction.state.log.replication.factor",
            "transaction.state.log.min.isr");

    private final Supplier<List<String>> supportedVersions;

    ModelCheck(Supplier<List<String>> supportedVersions) {
        this.supportedVersions = supportedVersions;
    }

    /**
     * Returns warnings.
     *
     * @throws ReconcileException if the operator would not go on
     */
    List<Condition> check(KafkaModel model) throws ReconcileException {
        String version = model.spec().getVersion();
        if (!supportedVersions.get().contains(version)) {
            throw new ReconcileException(
                    "UnsupportedKafkaVersionException",
                    "Unsupported Kafka.spec.kafka.version: %s. Supported versions are: %s"
                            .formatted(version, supportedVersions.get()));
        }
        Map<String, String> settings = new ServerConfiguration(model).userSettings();
        for (String name : REPLICATION_FACTORS) {
            checkFactor(model, name, settings.getOrDefault(name, "1"));
        }
        checkInteger(model, "min.insync.replicas", settings.getOrDefault("min.insync.replicas", "1"));
        return warnings(model);
    }

    private static void checkFactor(KafkaModel model, String name, String value) throws ReconcileException {
        checkInteger(model, name, value);
        if (Integer.parseInt(value) > model.brokers()) {
            throw new ReconcileException(
                    INVALID,
                    "Kafka configuration option '%s' should be set to %d because this cluster has only %d Kafka broker(s)."
                            .formatted(name, model.brokers(), model.brokers()));
        }
    }

    private static void checkInteger(KafkaModel model, String name, String value) throws ReconcileException {
        if (!value.matches("-?\\d+")) {
            throw new ReconcileException(
                    INVALID,
                    "Kafka %s/%s has invalid spec.kafka.config: %s has value '%s' which is not an int"
                            .formatted(model.namespace(), model.name(), name, value));
        }
    }

    private static List<Condition> warnings(KafkaModel model) {
        List<Condition> warnings = new ArrayList<>();
        if (model.nodes().stream().filter(KafkaNode::controller).count() % 2 == 0) {
            warnings.add(Conditions.condition(
                    "Warning",
                    "KafkaKRaftControllerNodeCount",
                    "Running KRaft controller quorum with an odd number of nodes is recommended."));
        }
        return warnings;
    }
}
