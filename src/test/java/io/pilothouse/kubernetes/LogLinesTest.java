package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.services.spi.ContainerLogs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private static final String TIME = "2026-03-01T12:00:00.123456789Z";

    private final List<String> told = new ArrayList<>();
    private final LogLines lines = new LogLines(new ContainerLogs.Sink() {
        @Override
        public void line(Instant at, String text) {
            assertThat(at).isEqualTo(Instant.parse(TIME));
            told.add(text);
        }

        @Override
        public void ended(ContainerLogs.Ending ending) {}
    });

    @Test
    void linesComeInPieces() {
        byte[] bytes = (TIME + " Grüße\n" + TIME + " \n" + TIME + " no end").getBytes(StandardCharsets.UTF_8);
        for (byte each : bytes) {
            lines.feed(ByteBuffer.wrap(new byte[] {each}));
        }
        assertThat(told).containsExactly("Grüße", "");

        lines.end();
        assertThat(told).containsExactly("Grüße", "", "no end");
    }

    @Test
    void coloursAndCarriageReturnsGo() {
        feed(TIME + " \u001B[31mERROR\u001B[0m boom\r\n");

        assertThat(told).containsExactly("ERROR boom");
    }

    @Test
    void whatIsBeyondSomeKilobytesIsCut() {
        feed(TIME + " " + "x".repeat(100_000) + "\n" + TIME + " short\n");

        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).hasSizeLessThanOrEqualTo(LogLines.LONGEST).endsWith("x…");
        assertThat(told.getLast()).isEqualTo("short");
    }

    @Test
    void whatHasNoTimeIsNoLineOfALog() {
        feed("unable to retrieve container logs\n" + TIME + " one\n");

        assertThat(told).containsExactly("one");
    }

    private void feed(String text) {
        lines.feed(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
