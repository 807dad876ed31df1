package io.pilothouse.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.clusters.KafkaDesign.Authentication;
import io.pilothouse.clusters.KafkaDesign.Exposure;
import io.pilothouse.clusters.KafkaDesign.Listener;
import io.pilothouse.clusters.KafkaDesign.Pool;
import io.pilothouse.clusters.KafkaDesign.Storage;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.UsesLocalPlatform;
import io.pilothouse.testbed.controlplane.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the form lets through, the API server takes: it judges by the schema of Strimzi's own definitions. */
@UsesLocalPlatform
class DesignSchemaTest {

    private static final int DESIGNS = 600;
    private static final int ENOUGH = 200;

    private final LocalPlatform platform;

    DesignSchemaTest(LocalPlatform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whatAPurposeProposesIsTaken(Purpose purpose) {
        KafkaDesign design = purpose.design("analytics", "orders-eu", Optional.of("4.4.0"));

        assertThat(DesignProblem.of(design)).isEmpty();
        try (KubernetesClient client = platform.controlPlane().client(Account.ADMIN)) {
            assertThat(refusal(client, design)).isEmpty();
        }
    }

    @Test
    void whateverTheServerRefusesTheFormRefuses() {
        Random random = new Random(42);
        int taken = 0;
        try (KubernetesClient client = platform.controlPlane().client(Account.ADMIN)) {
            for (int count = 0; count < DESIGNS; count++) {
                KafkaDesign design = design(random);
                if (DesignProblem.of(design).isEmpty()) {
                    assertThat(refusal(client, design)).as(design.toString()).isEmpty();
                    taken++;
                } else if (count % 4 == 0) {
                    Optional<String> refusal = refusal(client, design);
                    assertThat(DesignProblem.of(design))
                            .as(refusal + " " + design)
                            .isNotEmpty();
                }
            }
        }
        assertThat(taken).isGreaterThanOrEqualTo(ENOUGH);
    }

    private static Optional<String> refusal(KubernetesClient client, KafkaDesign design) {
        for (Map<String, Object> object : KafkaObjects.of(design)) {
            try {
                client.resource(Serialization.unmarshal(Serialization.asJson(object), GenericKubernetesResource.class))
                        .dryRun()
                        .fieldValidation(Validation.STRICT)
                        .create();
            } catch (KubernetesClientException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static KafkaDesign design(Random random) {
        List<Pool> pools = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(index -> pool(random, index))
                .toList();
        List<Listener> listeners = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(index -> listener(random, index))
                .toList();
        int brokers = pools.stream().filter(Pool::broker).mapToInt(Pool::nodes).sum();
        int replication = Math.max(1, Math.min(brokers, 1 + random.nextInt(3)));
        return new KafkaDesign(
                "analytics",
                rarely(random) ? odd(random) : "orders-eu",
                rarely(random) ? Optional.of("latest") : of(random, Optional.of("4.3.1"), Optional.<String>empty()),
                pools,
                listeners,
                replication,
                rarely(random) ? replication + 1 : Math.max(1, replication - 1),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                of(random, Map.of(), Map.of("team", "payments"), Map.of("example.com/stage", "test")));
    }

    private static Pool pool(Random random, int index) {
        boolean broker = index == 0 || random.nextBoolean();
        boolean persistent = random.nextBoolean();
        return new Pool(
                rarely(random) ? odd(random) : "pool-" + index,
                broker,
                !broker || index == 0,
                rarely(random) ? 0 : 1 + random.nextInt(5),
                of(random, "500m", "2", "", "0.5"),
                rarely(random) ? "lots" : of(random, "2Gi", "4096Mi", ""),
                rarely(random) ? "4 GB" : of(random, "", "512m", "1g"),
                new Storage(
                        persistent,
                        persistent ? 1 + random.nextInt(3) : 1,
                        persistent ? rarely(random) ? "" : of(random, "10Gi", "1.5Ti", "500G") : "",
                        of(random, Optional.of("fast"), Optional.<String>empty()),
                        random.nextBoolean()),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static Listener listener(Random random, int index) {
        Exposure exposure = Exposure.values()[random.nextInt(Exposure.values().length)];
        boolean tls = exposure == Exposure.INGRESS || random.nextBoolean();
        Authentication authentication = tls
                ? Authentication.values()[random.nextInt(Authentication.values().length)]
                : of(random, Authentication.NONE, Authentication.SCRAM);
        return new Listener(
                rarely(random) ? odd(random) : "listener" + index,
                rarely(random) ? of(random, 80, 9404, 70_000) : 9092 + index,
                exposure,
                tls,
                authentication,
                exposure == Exposure.INGRESS ? rarely(random) ? "" : "kafka.example.com" : "");
    }

    private static String odd(Random random) {
        return of(
                random,
                "",
                "Upper",
                "under_score",
                "-dash",
                "ein-viel-zu-langer-name-fuer-irgendetwas-in-kubernetes",
                "ü",
                "a.b");
    }

    private static boolean rarely(Random random) {
        return random.nextInt(30) == 0;
    }

    @SafeVarargs
    private static <T> T of(Random random, T... all) {
        return all[random.nextInt(all.length)];
    }
}
