package io.pilothouse.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Helm chart, as the real helm sees it. */
@UsesLocalPlatform
class ChartTest {

    @TempDir
    Path directory;

    private final LocalPlatform platform;

    ChartTest(LocalPlatform platform) {
        this.platform = platform;
    }

    private Helm helm() throws Exception {
        return new Helm(platform, directory);
    }

    @Test
    void isWellFormed() throws Exception {
        assertThat(helm().run("lint", "--strict", "chart")).contains("0 chart(s) failed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            impersonation=anybody                          | must be one of 'constrained', 'plain'
            replicas=-1                                    | minimum
            users[0].name=ada,users[0].password=secret     | does not match pattern
            image.tagg=1                                   | additional properties 'tagg' not allowed
            replicas=2,audit.spool.persistence.enabled=true| audit.spool.persistence wants replicas: 1
            """)
    void refusesValuesThatCannotBe(String values, String words) {
        assertThatThrownBy(() -> helm().run("template", "chart", "--set", values))
                .hasMessageContaining(words);
    }

    @Test
    void grantsToBeAnybodyOnlyWhenAskedTo() throws Exception {
        assertThat(helm().run("template", "chart")).doesNotContain("[impersonate]");
        assertThat(helm().run("template", "chart", "--set", "impersonation=plain"))
                .contains("resources: [users, groups], verbs: [impersonate]")
                .doesNotContain("impersonate-on:");
    }
}
