package io.pilothouse.testbed.programs;

import io.pilothouse.testbed.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Runs the Go tool in a module. It counts the packages it compiles against all that it needs, which gives the progress. */
final class GoBuild {

    private static final int DONE = 100;
    private static final long PROGRESS_MILLIS = 500;
    private static final long LAST_LINES = 20;

    private final Path module;
    private final String linkerFlags;

    GoBuild(Path module, String linkerFlags) {
        this.module = module;
        this.linkerFlags = linkerFlags;
    }

    void run(ProgramSet set, Path into, IntConsumer percent) throws IOException, ProgramBuildException {
        List<String> packages = set.programs().stream().map(Program::goPackage).toList();
        List<String> tags = set.tags().isEmpty() ? List.of() : List.of("-tags", set.tags());
        percent.accept(0);
        Path list = go(command("list", tags, List.of("-deps"), packages), into.resolve("packages"), _ -> {});
        long all = Math.max(1, lines(list));
        List<String> flags = List.of("-v", "-trimpath", "-ldflags", linkerFlags, "-o", into + "/");
        go(
                command("build", tags, flags, packages),
                into.resolve("build.log"),
                log -> percent.accept((int) Math.min(DONE - 1, lines(log) * DONE / all)));
        percent.accept(DONE);
    }

    /** Takes what is left of the processor, so that the console stays quick. */
    private static List<String> command(String verb, List<String> tags, List<String> flags, List<String> packages) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "10", "go", verb));
        command.addAll(tags);
        command.addAll(flags);
        command.addAll(packages);
        return command;
    }

    private Path go(List<String> command, Path log, Consumer<Path> whileItRuns)
            throws IOException, ProgramBuildException {
        Files.deleteIfExists(log);
        try (ChildProcess go = ChildProcess.start("go", command, Map.of("CGO_ENABLED", "0"), module, log)) {
            CompletableFuture<Integer> exit = go.exit();
            while (!exit.isDone()) {
                whileItRuns.accept(log);
                exit.copy()
                        .completeOnTimeout(0, PROGRESS_MILLIS, TimeUnit.MILLISECONDS)
                        .join();
            }
            if (exit.join() != 0) {
                throw new ProgramBuildException(
                        "Go cannot build the platform's programs (Go 1.26 is needed on the PATH): " + end(log));
            }
            return log;
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList((int) Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
