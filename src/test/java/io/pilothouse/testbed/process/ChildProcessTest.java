package io.pilothouse.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path directory;

    /** Starts a child that would run for an hour and tells its pid. */
    static final class Parent {
        public static void main(String[] arguments) {
            Path directory = Path.of(arguments[0]);
            ChildProcess child = start(List.of("sleep", "3600"), directory, directory.resolve("log"));
            System.out.println(child.pid());
            child.exit().join();
        }
    }

    @Test
    void theProgramEndsWhenItsParentIsKilled() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        assertThat(ProcessHandle.of(pid)).isPresent();

        parent.destroyForcibly();

        await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void tellsThePidAndExitCodeOfTheProgramItself() throws IOException {
        Path log = directory.resolve("log");
        try (ChildProcess child = start(List.of("sh", "-c", "echo $$; exit 7"), directory, log)) {
            assertThat(child.exit().join()).isEqualTo(7);
            assertThat(Files.readString(log).strip()).isEqualTo(String.valueOf(child.pid()));
        }
    }

    @Test
    void aProgramThatIgnoresTheRequestIsKilledAfterTheGrace() {
        Path log = directory.resolve("log");
        String stubborn = "trap '' TERM; echo ready; while :; do sleep 1; done";
        try (ChildProcess child = start(List.of("sh", "-c", stubborn), directory, log)) {
            await().until(() -> Files.readString(log).contains("ready"));

            child.terminate(Duration.ofMillis(200));

            assertThat(child.exit().join()).isEqualTo(137);
        }
    }

    private static ChildProcess start(List<String> command, Path directory, Path log) {
        return ChildProcess.start("test", command, Map.of(), directory, log);
    }
}
