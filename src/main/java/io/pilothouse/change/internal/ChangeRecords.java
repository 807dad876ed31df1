package io.pilothouse.change.internal;

import io.pilothouse.access.Person;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedCheck;
import io.pilothouse.audit.AuditedObject;
import io.pilothouse.audit.Stage;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.Check;
import io.pilothouse.change.Target;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts what happens to changes into audit records. */
@Component
class ChangeRecords {

    private final ChangeCodec codec;
    private final Clock clock;

    ChangeRecords(ChangeCodec codec, Clock clock) {
        this.codec = codec;
        this.clock = clock;
    }

    /** The first stage of a change that could be previewed. */
    AuditRecord requested(Person person, ChangeRequest request, List<FieldChange> fields, List<Check> checks) {
        return first(person, request, Stage.REQUESTED, fields, checks, "");
    }

    /** The only stage of a change that was not done. */
    AuditRecord refused(Person person, ChangeRequest request, List<Check> checks, String words) {
        return first(person, request, Stage.REFUSED, List.of(), checks, words);
    }

    /** A later stage. */
    AuditRecord next(AuditRecord before, Stage stage, String request, String words) {
        return new AuditRecord(
                before.change(),
                stage,
                clock.instant(),
                before.user(),
                before.groups(),
                before.kind(),
                before.title(),
                before.object(),
                request,
                before.fields(),
                before.checks(),
                before.reason(),
                words);
    }

    private AuditRecord first(
            Person person,
            ChangeRequest request,
            Stage stage,
            List<FieldChange> fields,
            List<Check> checks,
            String words) {
        Change change = request.change();
        Target target = change.target();
        return new AuditRecord(
                request.id(),
                stage,
                clock.instant(),
                person.name(),
                Set.copyOf(person.groups()),
                codec.kind(change),
                change.title(),
                new AuditedObject(target.apiVersion(), target.kind(), target.namespace(), target.name()),
                codec.write(change, 0),
                fields,
                checks.stream().map(ChangeRecords::audited).toList(),
                request.reason(),
                words);
    }

    private static AuditedCheck audited(Check check) {
        return new AuditedCheck(check.verdict().name().toLowerCase(Locale.ROOT), check.finding(), check.evidence());
    }
}
