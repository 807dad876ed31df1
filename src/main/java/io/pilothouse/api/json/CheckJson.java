package io.pilothouse.api.json;

import io.pilothouse.audit.AuditedCheck;
import io.pilothouse.change.Check;

/**
 * What stands for or against a change.
 *
 * @param verdict {@code pass}, {@code unknown}, {@code warn} or {@code block}
 * @param evidence what it rests on; may be empty
 */
public record CheckJson(String verdict, String finding, String evidence) {

    public static CheckJson of(Check check) {
        return new CheckJson(Words.of(check.verdict()), check.finding(), check.evidence());
    }

    static CheckJson of(AuditedCheck check) {
        return new CheckJson(check.verdict(), check.finding(), check.evidence());
    }
}
