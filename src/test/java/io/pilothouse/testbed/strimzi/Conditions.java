package io.pilothouse.testbed.strimzi;

import io.strimzi.api.kafka.model.common.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conditions of a status; a condition that stays keeps the time since when it is there. */
final class Conditions {

    private Conditions() {}

    static Condition ready() {
        return condition("Ready", null, null);
    }

    static Condition paused() {
        return condition("ReconciliationPaused", null, null);
    }

    static Condition notReady(ReconcileException failure) {
        return condition("NotReady", failure.reason(), failure.getMessage());
    }

    static Condition condition(String type, @Nullable String reason, @Nullable String message) {
        Condition condition = new Condition();
        condition.setType(type);
        condition.setStatus("True");
        if (reason != null) {
            condition.setReason(reason);
        }
        if (message != null) {
            condition.setMessage(message);
        }
        return condition;
    }

    static void date(List<Condition> conditions, List<Condition> before, Instant now) {
        for (Condition condition : conditions) {
            condition.setLastTransitionTime(before.stream()
                    .filter(earlier -> same(earlier, condition))
                    .map(Condition::getLastTransitionTime)
                    .findFirst()
                    .orElse(now.toString()));
        }
    }

    private static boolean same(Condition one, Condition other) {
        return one.getType().equals(other.getType())
                && one.getStatus().equals(other.getStatus())
                && Objects.equals(one.getReason(), other.getReason())
                && Objects.equals(one.getMessage(), other.getMessage());
    }
}
