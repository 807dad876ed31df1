package io.pilothouse.audit;

import io.pilothouse.base.FieldChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records of a change that scales a Deployment. */
public final class SampleRecord {

    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private SampleRecord() {}

    public static AuditRecord of(String change, Stage stage) {
        return of(change, stage, BEGIN.plus(Duration.ofSeconds(stage.ordinal())));
    }

    public static AuditRecord of(String change, Stage stage, Instant at) {
        return new AuditRecord(
                change,
                stage,
                at,
                "ops",
                Set.of("platform-team"),
                "scale",
                "Scale notifications to 6",
                new AuditedObject("apps/v1", "Deployment", "shop", "notifications"),
                "{\"replicas\":6}",
                List.of(new FieldChange("spec.replicas", Optional.of("3"), Optional.of("6"))),
                List.of(new AuditedCheck("warn", "2 would idle", "orders has 4 partitions")),
                Optional.of("peak is \"near\"\nand high"),
                "");
    }
}
