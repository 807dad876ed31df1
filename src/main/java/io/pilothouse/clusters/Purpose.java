package io.pilothouse.clusters;

import io.pilothouse.clusters.KafkaDesign.Authentication;
import io.pilothouse.clusters.KafkaDesign.Exposure;
import io.pilothouse.clusters.KafkaDesign.Listener;
import io.pilothouse.clusters.KafkaDesign.Pool;
import io.pilothouse.clusters.KafkaDesign.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a new Kafka cluster is for, and what is sensible then. All of it can be chosen otherwise. */
public enum Purpose {
    /** One node that forgets all when it goes. */
    TRY_OUT("Try out", "One node without a disk: all is gone when it restarts"),
    /** Three nodes that do both jobs. */
    SMALL("Small", "Three nodes that hold partitions and vote, on disks"),
    /** Brokers and controllers apart. */
    PRODUCTION("Production", "Three controllers and three brokers, over zones, with rights and mutual TLS");

    private final String words;
    private final String description;

    Purpose(String words, String description) {
        this.words = words;
        this.description = description;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** What one gets, in one line. */
    public String description() {
        return description;
    }

    /** What is sensible for it. */
    public KafkaDesign design(String namespace, String name, Optional<String> version) {
        return switch (this) {
            case TRY_OUT ->
                new KafkaDesign(
                        namespace,
                        name,
                        version,
                        List.of(new Pool(
                                "dual",
                                true,
                                true,
                                1,
                                "250m",
                                "1Gi",
                                "",
                                new Storage(false, 1, "", Optional.empty(), false),
                                false,
                                false)),
                        List.of(new Listener("plain", 9092, Exposure.INTERNAL, false, Authentication.NONE, "")),
                        1,
                        1,
                        false,
                        true,
                        false,
                        true,
                        false,
                        Map.of());
            case SMALL ->
                new KafkaDesign(
                        namespace,
                        name,
                        version,
                        List.of(new Pool(
                                "dual",
                                true,
                                true,
                                3,
                                "500m",
                                "2Gi",
                                "",
                                new Storage(true, 1, "50Gi", Optional.empty(), false),
                                true,
                                true)),
                        List.of(new Listener("plain", 9092, Exposure.INTERNAL, false, Authentication.NONE, "")),
                        3,
                        2,
                        false,
                        true,
                        false,
                        true,
                        true,
                        Map.of());
            case PRODUCTION ->
                new KafkaDesign(
                        namespace,
                        name,
                        version,
                        List.of(
                                new Pool(
                                        "controllers",
                                        false,
                                        true,
                                        3,
                                        "500m",
                                        "2Gi",
                                        "1g",
                                        new Storage(true, 1, "20Gi", Optional.empty(), false),
                                        true,
                                        true),
                                new Pool(
                                        "brokers",
                                        true,
                                        false,
                                        3,
                                        "2",
                                        "8Gi",
                                        "4g",
                                        new Storage(true, 1, "500Gi", Optional.empty(), false),
                                        true,
                                        true)),
                        List.of(new Listener("tls", 9093, Exposure.INTERNAL, true, Authentication.MUTUAL_TLS, "")),
                        3,
                        2,
                        true,
                        true,
                        true,
                        true,
                        true,
                        Map.of());
        };
    }
}
