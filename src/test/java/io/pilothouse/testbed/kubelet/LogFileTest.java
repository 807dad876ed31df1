package io.pilothouse.testbed.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    Path directory;

    @Test
    void keepsTheNewestLinesOfAContainerThatTalksTooMuch() {
        String line = "x".repeat(1_000);
        try (LogFile log = new LogFile(directory.resolve("0.log"))) {
            for (int i = 0; i < 5_000; i++) {
                log.write(START.plusSeconds(i), i + line);
            }
            assertThat(log.lines())
                    .hasSizeBetween(1_000, 2_200)
                    .last()
                    .satisfies(last -> assertThat(last.at()).isEqualTo(START.plusSeconds(4_999)));
            assertThat(directory.toFile().listFiles()).hasSize(2);
        }
    }

    @Test
    void aFollowerGetsWhatIsThereThenWhatComesThenTheEnd() throws InterruptedException {
        LogFile log = new LogFile(directory.resolve("0.log"));
        log.write(START, "before");
        LogFollower follower = log.follow();
        log.write(START, "after");
        log.close();

        assertThat(follower.soFar()).extracting(LogLine::text).containsExactly("before");
        assertThat(follower.next()).map(LogLine::text).contains("after");
        assertThat(follower.next()).isEmpty();
    }

    @Test
    void theLogOfTheRunBeforeStaysUntilTheNextRun() {
        ContainerLogs logs = new ContainerLogs(directory.resolve("main"));
        logs.begin(0).write(START, "first run");
        logs.begin(1).write(START, "second run");
        assertThat(logs.previous().map(LogFile::lines).orElseThrow())
                .extracting(LogLine::text)
                .containsExactly("first run");

        logs.begin(2);
        assertThat(logs.previous().map(LogFile::lines).orElseThrow())
                .extracting(LogLine::text)
                .containsExactly("second run");
        assertThat(directory.resolve("main/0.log")).doesNotExist();
    }

    @Test
    void aLineSurvivesTheDiskAndOneThatWasCutOffIsLeftOut() {
        LogLine line = new LogLine(START, "text with stdout F in it");
        assertThat(LogLine.fromDisk(line.onDisk())).contains(line);
        assertThat(LogLine.fromDisk("2026-01-02T03:04")).isEmpty();
    }

    @Test
    void aProcessOlderThanItsPodHandsItsLinesOver() {
        HeldLog held = new HeldLog();
        held.write(START, "early");
        try (LogFile log = new LogFile(directory.resolve("0.log"))) {
            held.passTo(log);
            held.write(START.plusSeconds(1), "late");
            assertThat(log.lines())
                    .containsExactly(new LogLine(START, "early"), new LogLine(START.plusSeconds(1), "late"));
        }
    }

    @Test
    void aQueryReadsTheOptionsOfTheApiServer() {
        LogQuery query = LogQuery.parse(
                "follow=true&tailLines=5&sinceTime=2026-01-02T03%3A04%3A05Z&timestamps=true&limitBytes=7&previous=true",
                START);
        assertThat(query)
                .isEqualTo(new LogQuery(
                        true,
                        true,
                        true,
                        Optional.of(5),
                        Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                        Optional.of(7L)));
        assertThat(LogQuery.parse("sinceSeconds=60", START).since()).contains(START.minusSeconds(60));
        assertThat(LogQuery.parse("", START).tailLines()).isEmpty();
    }
}
