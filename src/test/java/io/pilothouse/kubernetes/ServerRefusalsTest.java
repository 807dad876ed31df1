package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.Failure;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.spi.WriteAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerRefusalsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void anOlderVersionIsOutdated() {
        assertThat(answer(409, status("Conflict", "the object has been modified", List.of())))
                .isEqualTo(new WriteAnswer.Outdated());
    }

    @Test
    void fieldsOfOtherManagersAreConflicts() {
        Map<String, Object> cause = Map.of(
                "reason", "FieldManagerConflict",
                "message", "conflict with \"argocd-controller\" using apps/v1",
                "field", ".spec.replicas");

        assertThat(answer(409, status("Conflict", "Apply failed with 1 conflict", List.of(cause))))
                .isEqualTo(new WriteAnswer.Contested(List.of(
                        new FieldConflict("spec.replicas", "argocd-controller", Optional.empty(), Optional.empty()))));
    }

    @Test
    void aBudgetThatLetsNoPodGoIsARefusal() {
        Map<String, Object> cause = Map.of("reason", "DisruptionBudget", "message", "needs 2 healthy pods");

        assertThat(answer(429, status("TooManyRequests", "Cannot evict pod", List.of(cause))))
                .isInstanceOfSatisfying(
                        WriteAnswer.Refused.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.DENIED));
    }

    @ParameterizedTest
    @CsvSource({"403, DENIED", "404, NOT_FOUND", "400, UNSUPPORTED", "422, UNSUPPORTED", "409, UNSUPPORTED"})
    void aNoIsANo(int code, Failure.Kind kind) {
        assertThat(answer(code, status("AlreadyExists", "no", List.of())))
                .isInstanceOfSatisfying(WriteAnswer.Refused.class, refused -> {
                    assertThat(refused.failure().kind()).isEqualTo(kind);
                    assertThat(refused.failure().detail()).isEqualTo("no");
                });
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "503", "504"})
    void whatBreaksSaysNothingOfWhatWasDone(int code) {
        assertThat(answer(code, status("InternalError", "etcd timed out", List.of())))
                .isInstanceOf(WriteAnswer.Unheard.class);
    }

    @Test
    void anAnswerWithoutWordsNamesItsCode() {
        assertThat(answer(403, Map.of()))
                .isInstanceOfSatisfying(
                        WriteAnswer.Refused.class,
                        refused -> assertThat(refused.failure().detail()).isEqualTo("HTTP 403"));
    }

    private static WriteAnswer answer(int code, Map<String, Object> body) {
        return ServerRefusals.of(code, body, NOW);
    }

    private static Map<String, Object> status(String reason, String message, List<?> causes) {
        return Map.of("kind", "Status", "reason", reason, "message", message, "details", Map.of("causes", causes));
    }
}
