package io.pilothouse.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.SampleRecord;
import io.pilothouse.audit.Stage;
import io.pilothouse.audit.Unrecorded;
import io.pilothouse.audit.spi.ScriptedTopic;
import io.pilothouse.base.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpooledAuditLogTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock();
    private final ScriptedTopic topic = new ScriptedTopic();
    private final List<SpooledAuditLog> logs = new ArrayList<>();

    @AfterEach
    void end() {
        logs.forEach(log -> {
            log.stop();
            log.close();
        });
    }

    @Test
    void aRecordIsOnDiskInMemoryAndToldWhenAppendReturns() throws Exception {
        topic.reachable(false);
        SpooledAuditLog log = started();
        AtomicInteger told = new AtomicInteger();
        log.subscribe(told::incrementAndGet);

        log.append(SampleRecord.of("c1", Stage.REQUESTED));

        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(AuditJson.read(Files.readString(file), file))
                        .contains(SampleRecord.of("c1", Stage.REQUESTED)));
        assertThat(log.changes()).extracting(AuditedChange::id).containsExactly("c1");
        assertThat(log.status().waiting()).isEqualTo(1);
        assertThat(told).hasPositiveValue();
    }

    @Test
    void aRecordThatThereIsAlreadyIsNotRecordedAgain() throws Exception {
        SpooledAuditLog log = started();
        AuditRecord first = SampleRecord.of("c1", Stage.SETTLED);
        log.append(first);
        awaitNothingWaits(log);

        log.append(SampleRecord.of("c1", Stage.SETTLED, first.at().plusSeconds(5)));

        assertThat(log.status().waiting()).isZero();
        assertThat(topic.held()).hasSize(1);
        assertThat(log.change("c1").orElseThrow().records()).containsExactly(first);
    }

    @Test
    void whatWaitsIsSentInOrderWhenTheTopicIsBack() throws Exception {
        topic.reachable(false);
        SpooledAuditLog log = started();
        log.append(SampleRecord.of("c1", Stage.REQUESTED));
        log.append(SampleRecord.of("c2", Stage.REQUESTED));
        log.append(SampleRecord.of("c1", Stage.APPLIED));
        await().atMost(SOON)
                .until(() -> log.status().failure().orElseThrow().summary().equals("out of reach"));

        topic.reachable(true);

        awaitNothingWaits(log);
        assertThat(sent()).containsExactly("c1 REQUESTED", "c2 REQUESTED", "c1 APPLIED");
        await().atMost(SOON).until(() -> log.status().failure().isEmpty());
        assertThat(files()).isEmpty();
    }

    @Test
    void aProcessThatWasKilledBeforeItKnewOfTheAnswerSendsNothingTwice() throws Exception {
        topic.answering(false);
        SpooledAuditLog killed = started();
        killed.append(SampleRecord.of("c1", Stage.REQUESTED));
        killed.append(SampleRecord.of("c1", Stage.APPLIED));
        await().atMost(SOON).until(() -> topic.held().size() == 2);
        killed.stop();
        killed.close();

        topic.answering(true);
        SpooledAuditLog next = started();
        assertThat(next.change("c1").orElseThrow().records()).hasSize(2);

        awaitNothingWaits(next);
        assertThat(sent()).containsExactly("c1 REQUESTED", "c1 APPLIED");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatOneConsoleWritesTheOtherShows() throws Exception {
        SpooledAuditLog log = started();

        topic.write("{\"stage\":\"APPLIED\"");
        topic.write(AuditJson.write(SampleRecord.of("c9", Stage.REQUESTED)));

        await().atMost(SOON).until(() -> log.change("c9").isPresent());
        assertThat(log.status().waiting()).isZero();
    }

    @Test
    void aRecordThatWasGivenUpIsShownAndSentAgain() throws Exception {
        SpooledAuditLog log = started();
        await().atMost(SOON).until(() -> log.status().read());
        topic.givesUp(1);

        log.append(SampleRecord.of("c1", Stage.REQUESTED));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log.status().failure())
                        .hasValueSatisfying(
                                failure -> assertThat(failure.summary()).isEqualTo("too large")));
        log.append(SampleRecord.of("c2", Stage.REQUESTED));

        awaitNothingWaits(log);
        assertThat(sent()).containsExactly("c2 REQUESTED", "c1 REQUESTED");
    }

    @Test
    void itIsSaidWhenBrokersTakeNothing() throws Exception {
        topic.answering(false);
        SpooledAuditLog log = started();
        log.append(SampleRecord.of("c1", Stage.REQUESTED));
        await().atMost(SOON).until(() -> topic.held().size() == 1);
        await().atMost(SOON).until(() -> log.status().failure().isEmpty());

        clock.moveOn(Duration.ofMinutes(1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log.status().failure())
                        .hasValueSatisfying(failure -> assertThat(failure.summary())
                                .isEqualTo("The audit topic has taken no record for 5 s")));
        topic.answering(true);
        await().atMost(SOON).until(() -> log.status().failure().isEmpty());
    }

    @Test
    void whereTheTopicIsRequiredNoChangeBeginsButEachCanEnd() throws Exception {
        SpooledAuditLog log = started(true);
        await().atMost(SOON).until(() -> log.status().failure().isEmpty());
        log.append(SampleRecord.of("c1", Stage.REQUESTED));
        topic.reachable(false);
        await().atMost(SOON).until(() -> log.status().failure().isPresent());

        assertThatExceptionOfType(Unrecorded.class)
                .isThrownBy(() -> log.append(SampleRecord.of("c2", Stage.REQUESTED)))
                .withMessageContaining("out of reach");
        log.append(SampleRecord.of("c1", Stage.FAILED));
        log.append(SampleRecord.of("c3", Stage.REFUSED));

        assertThat(log.changes()).extracting(AuditedChange::id).containsExactlyInAnyOrder("c1", "c3");
    }

    @Test
    void withoutAClusterRecordsStayOnDiskAndAreThereAfterARestart() throws Exception {
        topic.unconfigured();
        SpooledAuditLog log = started();
        log.append(SampleRecord.of("c1", Stage.REQUESTED));
        log.stop();
        log.close();

        SpooledAuditLog next = started();

        assertThat(next.change("c1")).isPresent();
        assertThat(next.status().waiting()).isEqualTo(1);
        assertThat(next.status().read()).isTrue();
        assertThat(next.status().failure().orElseThrow().summary()).isEqualTo("no cluster");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(directory.resolve("file"), "");
        AuditProperties properties = new AuditProperties(directory.resolve("file"), false, Duration.ofDays(30), 100);
        SpooledAuditLog log = new SpooledAuditLog(properties, topic, clock);
        logs.add(log);
        log.start();

        assertThatExceptionOfType(Unrecorded.class)
                .isThrownBy(() -> log.append(SampleRecord.of("c1", Stage.REQUESTED)))
                .withMessageContaining(directory.resolve("file").toString());
        assertThat(log.changes()).isEmpty();
    }

    @Test
    void consolesThatAreToldTheSameDirectoryDoNotMeet() throws Exception {
        topic.reachable(false);
        SpooledAuditLog one = started();
        SpooledAuditLog other = started();
        one.append(SampleRecord.of("c1", Stage.REQUESTED));
        other.append(SampleRecord.of("c2", Stage.REQUESTED));
        assertThat(other.status().waiting()).isEqualTo(1);
        List.of(one, other).forEach(log -> {
            log.stop();
            log.close();
        });

        assertThat(started().status().waiting()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"change\":\"c1\"}", "{\"change\":\"c1\",\"stage\":\"UNHEARD_OF\"}"})
    void aFileThatHoldsNoRecordHidesNoOtherAndIsKept(String text) throws Exception {
        Path folder = Files.createDirectories(directory.resolve("0"));
        Files.writeString(folder.resolve("0000000000000000001-c1-REQUESTED.json"), text);
        Files.writeString(
                folder.resolve("0000000000000000002-c2-REQUESTED.json"),
                AuditJson.write(SampleRecord.of("c2", Stage.REQUESTED)));
        Files.writeString(folder.resolve("0000000000000000003-c3-REQUESTED.tmp"), "{");

        SpooledAuditLog log = started();

        awaitNothingWaits(log);
        assertThat(sent()).containsExactly("c2 REQUESTED");
        assertThat(files()).containsExactly(folder.resolve("0000000000000000001-c1-REQUESTED.json"));
    }

    private SpooledAuditLog started() {
        return started(false);
    }

    private SpooledAuditLog started(boolean required) {
        AuditProperties properties = new AuditProperties(directory, required, Duration.ofDays(30), 100);
        SpooledAuditLog log = new SpooledAuditLog(properties, topic, clock);
        logs.add(log);
        log.start();
        return log;
    }

    private static void awaitNothingWaits(SpooledAuditLog log) {
        await().atMost(SOON).until(() -> log.status().waiting() == 0);
    }

    private List<String> sent() {
        return topic.held().stream()
                .map(value -> AuditJson.read(value, "test").orElseThrow())
                .map(entry -> entry.change() + " " + entry.stage())
                .toList();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        }
    }
}
