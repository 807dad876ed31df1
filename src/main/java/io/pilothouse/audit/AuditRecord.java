package io.pilothouse.audit;

import io.pilothouse.base.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One stage of one change. It stands for itself: whoever reads the topic needs no other record to know who did what.
 *
 * @param change the id of the change, the same in all its records
 * @param stage with {@code change} the identity of the record
 * @param at when this stage was reached
 * @param user the name of the person, as Kubernetes knows it
 * @param groups the person's groups
 * @param kind what sort of change it is, in one word: {@code scale}
 * @param title what it does, in words: {@code Scale notifications to 6}
 * @param object what it was done to
 * @param request the change as JSON, enough to follow it again after a restart of the console
 * @param fields what differs between the object before and after
 * @param checks what stood for and against it
 * @param reason why the person did it in spite of a check that blocks; empty where none was overridden
 * @param words what happened, for people: why it failed or was refused; may be empty
 */
public record AuditRecord(
        String change,
        Stage stage,
        Instant at,
        String user,
        Set<String> groups,
        String kind,
        String title,
        AuditedObject object,
        String request,
        List<FieldChange> fields,
        List<AuditedCheck> checks,
        Optional<String> reason,
        String words) {

    public AuditRecord {
        groups = Set.copyOf(groups);
        fields = List.copyOf(fields);
        checks = List.copyOf(checks);
    }
}
