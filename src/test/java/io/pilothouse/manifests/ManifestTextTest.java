package io.pilothouse.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTextTest {

    @Test
    void whatIsWrittenIsReadAsItWas() {
        Map<String, Object> object = Map.of(
                "spec",
                Map.of(
                        "replicas",
                        3,
                        "paused",
                        true,
                        "list",
                        List.of(Map.of("name", "yes", "value", "1"), "0644", "null", "true")));

        assertThat(ManifestText.of(ManifestText.write(object))).isEqualTo(new ManifestText.Readable(object));
    }

    @ParameterizedTest
    @CsvSource({"'a: 1\nb: ]', 2, 4", "'a: 1\n\tb: 2', 2, 1", "'a: 1\na: 2', 2, 1", "'- a', 1, 1", "'', 1, 1"})
    void whatCannotBeReadIsSaidWithItsPlace(String text, int line, int column) {
        assertThat(ManifestText.of(text)).isInstanceOfSatisfying(ManifestText.Unreadable.class, unreadable -> {
            assertThat(unreadable.words()).isNotBlank();
            assertThat(unreadable.line()).isEqualTo(line);
            assertThat(unreadable.column()).isEqualTo(column);
        });
    }
}
