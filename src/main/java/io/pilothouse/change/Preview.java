package io.pilothouse.change;

import io.pilothouse.base.FieldChange;
import java.time.Instant;
import java.util.List;

/**
 * What a change will do.
 *
 * @param fields what differs before and after, as the API server's dry run says
 * @param checks what stands for and against it
 * @param owners who wrote the fields that it will change
 * @param basis the target as the preview saw it
 * @param at when it was made
 */
public record Preview(
        Change change, List<FieldChange> fields, List<Check> checks, List<FieldOwner> owners, Basis basis, Instant at) {

    public Preview {
        fields = List.copyOf(fields);
        checks = List.copyOf(checks);
        owners = List.copyOf(owners);
    }

    /** Whether a check stands in the way. */
    public boolean blocked() {
        return checks.stream().anyMatch(Check::blocks);
    }
}
