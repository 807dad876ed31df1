package io.pilothouse.testbed.kubelet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log of one run of a container: a ring of two files, of which the older is dropped when the newer is full. What a
 * full disk refuses is lost, as it would be on a node.
 */
final class LogFile implements LogSink, AutoCloseable {

    private static final long FILE_BYTES = 1 << 20;

    private final Path newer;
    private final Path older;
    private final List<LogFollower> followers = new ArrayList<>();
    private BufferedWriter writer;
    private long written;
    private boolean closed;

    LogFile(Path file) {
        this.newer = file;
        this.older = file.resolveSibling(file.getFileName() + ".older");
        this.writer = open(file);
    }

    @Override
    public synchronized void write(Instant at, String line) {
        if (closed) {
            return;
        }
        LogLine entry = new LogLine(at, line);
        String text = entry.onDisk();
        try {
            if (written > FILE_BYTES) {
                turnOver();
            }
            writer.write(text);
            writer.write('\n');
            writer.flush();
            written += text.length() + 1;
        } catch (IOException lost) {
            written = FILE_BYTES + 1;
        }
        followers.forEach(follower -> follower.offer(entry));
    }

    /** All lines that are still there, oldest first. */
    synchronized List<LogLine> lines() {
        List<LogLine> lines = new ArrayList<>(read(older));
        lines.addAll(read(newer));
        return lines;
    }

    /** A follower that gets every line after the ones there are, together with those. */
    synchronized LogFollower follow() {
        LogFollower follower = new LogFollower(lines());
        if (closed) {
            follower.end();
        } else {
            followers.add(follower);
        }
        return follower;
    }

    synchronized void unfollow(LogFollower follower) {
        followers.remove(follower);
    }

    /** No more lines: the container has ended. The file stays. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        followers.forEach(LogFollower::end);
        followers.clear();
        try {
            writer.close();
        } catch (IOException lost) {
            // each line was flushed when it was written
        }
    }

    /** Removes the files of a log that nobody can ask for any more. */
    void delete() {
        close();
        try {
            Files.deleteIfExists(newer);
            Files.deleteIfExists(older);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void turnOver() throws IOException {
        writer.close();
        Files.move(newer, older, StandardCopyOption.REPLACE_EXISTING);
        writer = open(newer);
        written = 0;
    }

    private static BufferedWriter open(Path file) {
        try {
            return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<LogLine> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> LogLine.fromDisk(line).stream()).toList();
        } catch (NoSuchFileException notYet) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
