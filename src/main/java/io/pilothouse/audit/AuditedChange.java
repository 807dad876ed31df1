package io.pilothouse.audit;

import java.time.Instant;
import java.util.List;

/**
 * All that is recorded of one change.
 *
 * @param records its stages in their order; never empty
 */
public record AuditedChange(List<AuditRecord> records) {

    public AuditedChange {
        records = List.copyOf(records);
    }

    /** Its id. */
    public String id() {
        return records.getFirst().change();
    }

    /** The newest stage. */
    public AuditRecord latest() {
        return records.getLast();
    }

    /** When it was begun. */
    public Instant begun() {
        return records.getFirst().at();
    }

    /** Whether nothing more is to come. */
    public boolean ended() {
        return latest().stage().isEnd();
    }
}
