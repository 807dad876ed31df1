package io.pilothouse.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A fresh JVM with this one's class path, which answers lines by lines and ends with this one. */
final class ChildJvm implements AutoCloseable {

    private static final double MEGABYTE_IN_KILOBYTES = 1024;

    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    private ChildJvm(Process process) {
        this.process = process;
        this.questions = new PrintStream(process.getOutputStream(), true);
        this.answers = process.inputReader();
    }

    /**
     * @param log takes what it says besides
     */
    static ChildJvm start(Class<?> main, List<String> flags, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    String ask(String question) throws IOException {
        questions.println(question);
        return answer();
    }

    /** What it says next. */
    String answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The JVM has ended; its log says why");
        }
        return answer.substring(2);
    }

    double number(String question) throws IOException {
        return Double.parseDouble(ask(question));
    }

    /** Resident memory now and at most, as Linux tells, in megabytes. */
    String resident() throws IOException {
        return "%.0f MB now, %.0f MB at most".formatted(status("VmRSS:"), status("VmHWM:"));
    }

    private double status(String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / MEGABYTE_IN_KILOBYTES)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
