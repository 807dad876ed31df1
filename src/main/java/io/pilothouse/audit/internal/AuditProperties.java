package io.pilothouse.audit.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How audit records are kept by the console itself.
 *
 * @param directory where records wait until the topic has them; it should outlive the console. Without one it is {@code pilothouse/audit} in
 *     the user's folder for state
 * @param required whether changes are refused while the topic cannot be written
 * @param window how far back changes are held in memory
 * @param mostChanges how many changes are held in memory at most, at least 1
 */
@ConfigurationProperties("pilothouse.audit")
record AuditProperties(
        @Nullable Path directory,
        @DefaultValue("false") boolean required,
        @DefaultValue("30d") Duration window,
        @DefaultValue("10000") int mostChanges) {

    private static final String PREFIX = "pilothouse.audit.";

    AuditProperties {
        require(window.isPositive(), "window: it must be longer than nothing");
        require(mostChanges >= 1, "most-changes: " + mostChanges + " is less than 1");
    }

    /** Where records wait. */
    Path spool() {
        return directory == null
                ? stateFolder(System.getenv(), System.getProperty("user.home"))
                        .resolve("pilothouse")
                        .resolve("audit")
                : directory;
    }

    /** By the XDG Base Directory Specification; a user without a home has only the folder for temporary files. */
    static Path stateFolder(Map<String, String> environment, String home) {
        String set = environment.getOrDefault("XDG_STATE_HOME", "");
        if (Path.of(set).isAbsolute()) {
            return Path.of(set);
        }
        return Files.isWritable(Path.of(home))
                ? Path.of(home, ".local", "state")
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(PREFIX + problem);
        }
    }
}
