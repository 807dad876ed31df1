package io.pilothouse.testbed.kubelet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a container has used, as cAdvisor counts it.
 *
 * @param cpuSeconds CPU time since the container's start; never falls
 * @param workingSetBytes memory that cannot be given back under pressure
 */
public record Usage(double cpuSeconds, long workingSetBytes) {

    private static final long PAGE_BYTES = 4096;

    /** Of a process of this machine; empty once it has ended, and where there is no Linux. */
    public static Optional<Usage> ofProcess(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .flatMap(cpu -> residentBytes(pid).map(bytes -> new Usage(cpu.toMillis() / 1e3, bytes)));
    }

    /** Second field of {@code /proc/PID/statm}, in pages. */
    private static Optional<Long> residentBytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "statm"))) {
            return lines.findFirst().map(line -> Long.parseLong(line.split(" ")[1]) * PAGE_BYTES);
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }
}
