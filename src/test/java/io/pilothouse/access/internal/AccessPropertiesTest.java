package io.pilothouse.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class AccessPropertiesTest {

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("anchor");
    private static final String OPS = "pilothouse.access.users[0].name=ops";

    @Test
    void namesPeopleAndTheirGroups() {
        runner(
                        OPS,
                        "pilothouse.access.users[0].password=" + HASH,
                        "pilothouse.access.users[0].groups[0]=platform-team",
                        "pilothouse.access.bootstrap-groups[0]=platform-team")
                .run(context -> {
                    AccessProperties properties = context.getBean(AccessProperties.class);
                    assertThat(properties.users())
                            .singleElement()
                            .satisfies(user -> assertThat(user.groups()).containsExactly("platform-team"));
                    assertThat(properties.bootstrapGroups()).containsExactly("platform-team");
                    assertThat(properties.toString()).doesNotContain(HASH);
                });
    }

    @Test
    void withoutSettingsNobodyIsKnown() {
        runner().run(context ->
                assertThat(context.getBean(AccessProperties.class).users()).isEmpty());
    }

    @Test
    void refusesAPasswordThatIsNoHashWithoutSayingIt(CapturedOutput output) {
        refuses("the password of 'ops' must be its bcrypt hash", OPS, "pilothouse.access.users[0].password=anchor42");
        assertThat(output.getAll()).doesNotContain("anchor42");
    }

    @Test
    void refusesOtherEncodingsAndHalfAHash(CapturedOutput output) {
        refuses("must be its bcrypt hash", OPS, "pilothouse.access.users[0].password={noop}anchor42");
        refuses("must be its bcrypt hash", OPS, "pilothouse.access.users[0].password={bcrypt}$2a$10$anchor42");
        assertThat(output.getAll()).doesNotContain("anchor42");
    }

    @Test
    void refusesAUserWithoutPasswordWithoutNameAndTwice() {
        refuses("must be its bcrypt hash", OPS);
        refuses("without a name", "pilothouse.access.users[0].password=" + HASH);
        refuses(
                "names 'ops' twice",
                OPS,
                "pilothouse.access.users[0].password=" + HASH,
                "pilothouse.access.users[1].name=ops",
                "pilothouse.access.users[1].password=" + HASH);
    }

    /** The application as a whole does not start; all that it says is looked at for secrets by whoever captures the output. */
    private static void refuses(String words, String... settings) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .properties("spring.main.banner-mode=off");
        StringWriter trace = new StringWriter();
        try {
            application.run().close();
        } catch (RuntimeException e) {
            e.printStackTrace(new PrintWriter(trace));
        }
        assertThat(trace.toString()).contains(words).doesNotContain("anchor42");
    }

    private static ApplicationContextRunner runner(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(settings);
    }

    @Configuration
    @EnableConfigurationProperties(AccessProperties.class)
    static class Settings {}
}
