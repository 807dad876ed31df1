package io.pilothouse.change.ui;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedCheck;
import io.pilothouse.base.FieldChange;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.Progress;
import java.util.List;

/** Changes in words. */
final class ChangeWords {

    private static final String NO_MORE = "It is being found out whether the cluster has taken it.";

    private ChangeWords() {}

    /** How far it is, one sentence. */
    static String state(FollowedChange change) {
        AuditRecord latest = change.recorded().latest();
        return change.progress()
                .map(Progress::words)
                .map(words -> words + ".")
                .orElseGet(() ->
                        latest.words().isEmpty() ? (latest.stage().isEnd() ? "" : NO_MORE) : latest.words() + ".");
    }

    /** "replicas 2 → 6"; the first of several fields, and how many more there are. */
    static String fields(List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return "";
        }
        FieldChange first = fields.getFirst();
        String name = first.path().substring(first.path().lastIndexOf('.') + 1);
        String values = first.before().orElse("not set") + " → " + first.after().orElse("gone");
        String more = fields.size() == 1 ? "" : " and " + (fields.size() - 1) + " more";
        return (name + " " + values + more).strip();
    }

    /** "1 warning"; "passed". */
    static String checks(AuditRecord record) {
        long blocked = count(record, "block");
        long warnings = count(record, "warn");
        if (blocked > 0) {
            return record.reason().isPresent() ? Formats.counted((int) blocked, "check") + " overridden" : "blocked";
        }
        if (warnings > 0) {
            return Formats.counted((int) warnings, "warning");
        }
        return record.checks().isEmpty() ? "" : "passed";
    }

    private static long count(AuditRecord record, String verdict) {
        return record.checks().stream()
                .map(AuditedCheck::verdict)
                .filter(verdict::equals)
                .count();
    }
}
