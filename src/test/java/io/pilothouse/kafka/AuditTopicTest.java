package io.pilothouse.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.pilothouse.audit.AuditLog;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.AuditedCheck;
import io.pilothouse.audit.AuditedObject;
import io.pilothouse.audit.Stage;
import io.pilothouse.audit.Unrecorded;
import io.pilothouse.base.FieldChange;
import io.pilothouse.testbed.RunsAlongside;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log on three real brokers; a plain consumer is the witness for what the topic holds. */
@RunsAlongside
class AuditTopicTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static ThreeBrokers brokers;

    @TempDir
    private Path directory;

    private final List<ConfigurableApplicationContext> consoles = new ArrayList<>();
    private final String topic = "audit-" + UUID.randomUUID();

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"io.pilothouse.audit", "io.pilothouse.kafka"})
    @ConfigurationPropertiesScan({"io.pilothouse.audit", "io.pilothouse.kafka"})
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        brokers = new ThreeBrokers(directory);
    }

    @AfterAll
    static void stop() {
        brokers.close();
    }

    @BeforeEach
    void allRun() throws Exception {
        brokers.startAll();
    }

    @AfterEach
    void endConsoles() {
        consoles.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void makesTheTopicAndWritesRecordsThatOthersCanRead() throws Exception {
        AuditLog log = console("a");
        AuditRecord entry = entry("c1", Stage.REQUESTED);

        log.append(entry);
        awaitNothingWaits(log);

        assertThat(values()).singleElement().satisfies(value -> {
            JsonNode json = JsonMapper.shared().readTree(value);
            assertThat(json.path("user").asString()).isEqualTo("ops");
            assertThat(json.path("stage").asString()).isEqualTo("REQUESTED");
            assertThat(json.path("at").asString()).isEqualTo(entry.at().toString());
            assertThat(json.path("object").path("name").asString()).isEqualTo("notifications");
            assertThat(json.path("fields").path(0).path("after").asString()).isEqualTo("6");
        });
        try (Admin admin = admin()) {
            var description = Objects.requireNonNull(admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS)
                    .get(topic));
            assertThat(description.partitions())
                    .hasSize(2)
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            Config config = Objects.requireNonNull(admin.describeConfigs(List.of(resource))
                    .all()
                    .get(20, TimeUnit.SECONDS)
                    .get(resource));
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(config.get("retention.ms").value())
                    .isEqualTo(String.valueOf(Duration.ofDays(400).toMillis()));
            assertThat(config.get("min.insync.replicas").value()).isEqualTo("2");
        }
    }

    @Test
    void whileAllBrokersAreDownRecordsWaitAndThenArriveOnceAndInOrder() throws Exception {
        AuditLog log = console("a");
        log.append(entry("c0", Stage.REQUESTED));
        awaitNothingWaits(log);
        for (int id = 0; id < 3; id++) {
            brokers.kill(id);
        }
        List<String> changes =
                IntStream.rangeClosed(1, 30).mapToObj(number -> "c" + number).toList();

        long begin = System.nanoTime();
        for (String change : changes) {
            log.append(entry(change, Stage.REQUESTED));
            log.append(entry(change, Stage.APPLIED));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(log.status().waiting()).isEqualTo(60);
        assertThat(log.changes()).hasSize(31);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.status().failure())
                        .hasValueSatisfying(
                                failure -> assertThat(failure.summary()).endsWith("cannot be reached")));
        brokers.startAll();
        awaitNothingWaits(log);
        await().atMost(PATIENCE).until(() -> log.status().failure().isEmpty());
        assertThat(ids()).hasSize(61).doesNotHaveDuplicates();
        changes.forEach(change -> assertThat(ids().stream().filter(id -> id.startsWith(change + " ")))
                .containsExactly(change + " REQUESTED", change + " APPLIED"));
    }

    @Test
    void whatWasSentBeforeTheConsoleWasKilledIsNotSentAgain() throws Exception {
        Path before = directory.resolve("a");
        ConfigurableApplicationContext unreachable =
                start(before, Map.of("pilothouse.kafka.clusters[0].bootstrap-servers", "127.0.0.1:1"));
        unreachable.getBean(AuditLog.class).append(entry("c1", Stage.REQUESTED));
        unreachable.getBean(AuditLog.class).append(entry("c1", Stage.APPLIED));
        unreachable.close();
        FileSystemUtils.copyRecursively(before, directory.resolve("copy"));
        AuditLog sends = console("a");
        awaitNothingWaits(sends);

        AuditLog again = console("copy");
        assertThat(again.status().waiting()).isEqualTo(2);
        again.append(entry("c1", Stage.SETTLED));

        awaitNothingWaits(again);
        assertThat(ids()).containsExactly("c1 REQUESTED", "c1 APPLIED", "c1 SETTLED");
        assertThat(again.change("c1").orElseThrow().ended()).isTrue();
    }

    @Test
    void whatOtherConsolesRecordIsSeenBeforeAndAfterTheStart() throws Exception {
        AuditLog one = console("a");
        one.append(entry("c1", Stage.REQUESTED));
        awaitNothingWaits(one);
        AuditLog other = console("b");
        await().atMost(PATIENCE).until(() -> other.status().read());
        assertThat(other.changes()).extracting(AuditedChange::id).containsExactly("c1");

        one.append(entry("c1", Stage.SETTLED));

        await().atMost(PATIENCE).until(() -> other.change("c1").orElseThrow().ended());
        assertThat(other.change("c1")).isEqualTo(one.change("c1"));
    }

    @Test
    void whereTheTopicIsRequiredNoChangeBeginsWhileItCannotBeWritten() throws Exception {
        ConfigurableApplicationContext context =
                start(directory.resolve("a"), Map.of("pilothouse.audit.required", "true"));
        AuditLog log = context.getBean(AuditLog.class);
        await().atMost(PATIENCE).until(() -> log.status().failure().isEmpty());
        log.append(entry("c1", Stage.REQUESTED));
        awaitNothingWaits(log);
        brokers.kill(0);
        brokers.kill(1);
        log.append(entry("c1", Stage.APPLIED));
        await().atMost(PATIENCE).until(() -> log.status().failure().isPresent());

        Unrecorded refusal = catchThrowableOfType(Unrecorded.class, () -> log.append(entry("c2", Stage.REQUESTED)));
        log.append(entry("c1", Stage.SETTLED));

        assertThat(refusal.failure().summary()).contains("audit topic");
        assertThat(log.change("c2")).isEmpty();
        assertThat(log.status().waiting()).isEqualTo(2);
        brokers.startAll();
        awaitNothingWaits(log);
        assertThat(ids()).containsExactly("c1 REQUESTED", "c1 APPLIED", "c1 SETTLED");
    }

    @Test
    void moreReplicasThanBrokersAreNotMadeFewerInSilence() {
        AuditLog log = start(directory.resolve("a"), Map.of("pilothouse.audit.replication-factor", "5"))
                .getBean(AuditLog.class);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.status().failure()).hasValueSatisfying(failure -> {
                    assertThat(failure.summary())
                            .isEqualTo(
                                    "The audit topic " + topic + " of external/main cannot be created with 5 replicas");
                    assertThat(failure.remedy()).contains("pilothouse.audit.replication-factor");
                }));
    }

    private AuditLog console(String folder) {
        return start(directory.resolve(folder), Map.of()).getBean(AuditLog.class);
    }

    private ConfigurableApplicationContext start(Path spool, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "pilothouse.kafka.clusters[0].name",
                "main",
                "pilothouse.kafka.clusters[0].bootstrap-servers",
                brokers.bootstrapServers(),
                "pilothouse.audit.topic",
                topic,
                "pilothouse.audit.partitions",
                "2",
                "pilothouse.audit.retention",
                "400d",
                "pilothouse.audit.directory",
                spool.toString()));
        settings.putAll(more);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        consoles.add(context);
        return context;
    }

    private static void awaitNothingWaits(AuditLog log) {
        await().atMost(PATIENCE).until(() -> log.status().waiting() == 0);
    }

    private List<String> ids() {
        return values().stream()
                .map(JsonMapper.shared()::readTree)
                .map(json -> json.path("change").asString() + " "
                        + json.path("stage").asString())
                .toList();
    }

    /** All that the topic holds now. */
    private List<String> values() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            List<String> values = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofMillis(200))) {
                    values.add(read.value());
                }
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
            return values;
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()));
    }

    private static AuditRecord entry(String change, Stage stage) {
        return new AuditRecord(
                change,
                stage,
                Instant.now(),
                "ops",
                Set.of("platform-team"),
                "scale",
                "Scale notifications to 6",
                new AuditedObject("apps/v1", "Deployment", "shop", "notifications"),
                "{\"replicas\":6}",
                List.of(new FieldChange("spec.replicas", Optional.of("3"), Optional.of("6"))),
                List.of(new AuditedCheck("warn", "2 would idle", "orders has 4 partitions")),
                Optional.empty(),
                "");
    }
}
