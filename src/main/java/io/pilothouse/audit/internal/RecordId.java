package io.pilothouse.audit.internal;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.Stage;

/** What makes a record the same wherever it is found: on disk, in memory, in the topic. */
record RecordId(String change, Stage stage) {

    static RecordId of(AuditRecord entry) {
        return new RecordId(entry.change(), entry.stage());
    }
}
