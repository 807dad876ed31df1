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

    private static final int REPLICAS = 3;
    private static final int NODES = 3;
    private static final Storage WITHOUT_DISK = new Storage(false, 1, "", Optional.empty(), false);

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
        boolean asks = this == PRODUCTION;
        return new KafkaDesign(
                namespace,
                name,
                version,
                pools(),
                List.of(listener()),
                this == TRY_OUT ? 1 : REPLICAS,
                this == TRY_OUT ? 1 : REPLICAS - 1,
                asks,
                true,
                asks,
                true,
                this != TRY_OUT,
                Map.of());
    }

    private List<Pool> pools() {
        return switch (this) {
            case TRY_OUT -> List.of(new Pool("dual", true, true, 1, "250m", "1Gi", "", WITHOUT_DISK, false, false));
            case SMALL -> List.of(new Pool("dual", true, true, NODES, "500m", "2Gi", "", disk("50Gi"), true, true));
            case PRODUCTION ->
                List.of(
                        new Pool("controllers", false, true, NODES, "500m", "2Gi", "1g", disk("20Gi"), true, true),
                        new Pool("brokers", true, false, NODES, "2", "8Gi", "4g", disk("500Gi"), true, true));
        };
    }

    private Listener listener() {
        return this == PRODUCTION
                ? new Listener("tls", 9093, Exposure.INTERNAL, true, Authentication.MUTUAL_TLS, "")
                : new Listener("plain", 9092, Exposure.INTERNAL, false, Authentication.NONE, "");
    }

    private static Storage disk(String size) {
        return new Storage(true, 1, size, Optional.empty(), false);
    }
}
