package io.pilothouse.testbed.controlplane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The RBAC rules that the Helm chart grants. Read where they stand, so that the platform cannot drift away from the chart. */
final class ChartRules {

    private static final Path FILES = Path.of("chart", "files");

    private ChartRules() {}

    /** What the console may read, and what it may do on behalf of people: the items of a YAML list. */
    static String ofTheConsole() throws IOException {
        return Files.readString(FILES.resolve("reading-rules.yaml"))
                + Files.readString(FILES.resolve("acting-rules.yaml"));
    }
}
