package io.pilothouse.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.SampleRecord;
import io.pilothouse.audit.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentChangesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final RecentChanges recent = new RecentChanges(Duration.ofDays(30), 3);

    @Test
    void areNewestFirstAndBoundedInNumber() {
        for (int day = 0; day < 5; day++) {
            recent.add(List.of(SampleRecord.of("c" + day, Stage.REQUESTED, NOW.minus(Duration.ofDays(day)))), NOW);
        }

        assertThat(ids()).containsExactly("c0", "c1", "c2");
        assertThat(recent.change("c4")).isEmpty();
    }

    @Test
    void areLetGoWhenTheirLastStageIsTooOld() {
        recent.add(
                List.of(
                        SampleRecord.of("old", Stage.REQUESTED, NOW.minus(Duration.ofDays(31))),
                        SampleRecord.of("ends late", Stage.REQUESTED, NOW.minus(Duration.ofDays(31))),
                        SampleRecord.of("ends late", Stage.SETTLED, NOW.minus(Duration.ofDays(29)))),
                NOW);
        assertThat(ids()).containsExactly("ends late");

        assertThat(recent.add(List.of(), NOW.plus(Duration.ofDays(2)))).isTrue();

        assertThat(ids()).isEmpty();
    }

    @Test
    void haveTheirStagesInOrderWhateverTheClocksSayAndTheFirstOfDoubles() {
        AuditRecord applied = SampleRecord.of("c1", Stage.APPLIED, NOW.minusSeconds(9));
        AuditRecord requested = SampleRecord.of("c1", Stage.REQUESTED, NOW);
        AuditRecord settled = SampleRecord.of("c1", Stage.SETTLED, NOW);

        assertThat(recent.add(List.of(settled, applied, requested), NOW)).isTrue();
        assertThat(recent.add(List.of(SampleRecord.of("c1", Stage.APPLIED, NOW)), NOW))
                .isFalse();

        assertThat(recent.change("c1").orElseThrow().records()).containsExactly(requested, applied, settled);
    }

    @Test
    void recordsComeBackFromJsonAsTheyWere() {
        AuditRecord entry = SampleRecord.of("c1", Stage.APPLIED);
        String json = AuditJson.write(entry);

        assertThat(json).doesNotContain("\n").contains("\"at\":\"2026-03-01T12:00:02Z\"");
        assertThat(AuditJson.read(json, "test")).contains(entry);
        assertThat(AuditJson.read(json.replaceFirst("\\{", "{\"later\":{\"a\":[1]},"), "test"))
                .contains(entry);
    }

    @Test
    void recordsWaitInTheUsersFolderForState(@TempDir Path home) {
        assertThat(AuditProperties.stateFolder(Map.of("XDG_STATE_HOME", "/var/state"), home.toString()))
                .isEqualTo(Path.of("/var/state"));
        assertThat(AuditProperties.stateFolder(Map.of("XDG_STATE_HOME", "relative"), home.toString()))
                .isEqualTo(home.resolve(".local/state"));
        assertThat(AuditProperties.stateFolder(Map.of(), "/nowhere/at/all"))
                .isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private List<String> ids() {
        return recent.newestFirst().stream().map(AuditedChange::id).toList();
    }
}
