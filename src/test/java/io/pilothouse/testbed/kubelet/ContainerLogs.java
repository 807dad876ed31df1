package io.pilothouse.testbed.kubelet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The logs of a container: of this run and the one before. */
final class ContainerLogs {

    private final Path directory;
    private Optional<LogFile> current = Optional.empty();
    private Optional<LogFile> previous = Optional.empty();

    ContainerLogs(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the log of a new run, named after the number of restarts before it, as under {@code /var/log/pods}. */
    synchronized LogFile begin(int restarts) {
        previous.ifPresent(LogFile::delete);
        previous = current;
        LogFile begun = new LogFile(directory.resolve(restarts + ".log"));
        current = Optional.of(begun);
        return begun;
    }

    synchronized Optional<LogFile> current() {
        return current;
    }

    synchronized Optional<LogFile> previous() {
        return previous;
    }
}
