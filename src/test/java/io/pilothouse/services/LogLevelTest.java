package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLevelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01T12:00:00.123Z ERROR shop.orders.Outbox - cannot publish | ERROR",
                "2026-03-01 12:00:00,123 WARN  [main] o.a.k.c.Metadata - no leader | WARN",
                "12:00:00.123 [main] DEBUG i.p.Orders -- 3 orders | DEBUG",
                "[info] listening on 8080 | INFO",
                "[2026-03-01 12:00:00,123] INFO [broker-0] started (kafka.server.KafkaServer) | INFO",
                "{\"time\":\"2026-03-01T12:00:00Z\",\"level\":\"error\",\"msg\":\"boom\"} | ERROR",
                "{\"severity\": \"WARNING\", \"message\": \"slow\"} | WARN",
                "{\"level\":50,\"msg\":\"boom\"} | ERROR",
                "{\"level\":30,\"msg\":\"ERROR is a word here\"} | INFO",
                "ts=2026-03-01T12:00:00Z level=warn caller=main.go:12 msg=\"slow\" | WARN",
                "E0301 12:00:00.123456       1 reflector.go:153] boom | ERROR",
                "I0301 12:00:00.123456       1 main.go:1] fine | INFO",
                "FATAL could not connect | ERROR",
                "panic: runtime error | ",
                "SEVERE: servlet failed | ERROR",
                "the last error was long ago | ",
                "ERRORS_TOTAL 17 | ",
                "at io.pilothouse.Orders.publish(Orders.java:42) | ",
                "GET /orders 200 | "
            })
    void aLineTellsHowGraveItIs(String line, @Nullable LogLevel level) {
        assertThat(LogLevel.of(line)).isEqualTo(Optional.ofNullable(level));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\tat io.pilothouse.Orders.publish(Orders.java:42)",
                "Caused by: java.io.IOException",
                "... 17 more",
                ""
            })
    void aStackTraceGoesOnWithTheLineBefore(String line) {
        assertThat(LogLevel.continues(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /orders 200", "2026-03-01T12:00:00Z INFO"})
    void aLineOfItsOwnDoesNot(String line) {
        assertThat(LogLevel.continues(line)).isFalse();
    }
}
