package io.pilothouse.audit.internal;

import io.pilothouse.audit.AuditRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on disk, each a file of its own that is there whole or not at all, until the topic has them. They outlive the process, however it
 * ends, and the loss of power.
 */
final class Spool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final String ENDING = ".json";
    private static final String UNFINISHED = ".tmp";

    private record Waiting(AuditRecord entry, Path file) {}

    private final Path directory;
    private final Map<RecordId, Waiting> waiting = new LinkedHashMap<>();
    private @Nullable SpoolFolder folder;
    private long last;

    Spool(Path directory) {
        this.directory = directory;
    }

    /** Takes over what an earlier process left behind. Does nothing when that is done. */
    synchronized void open() throws IOException {
        if (folder == null) {
            SpoolFolder claimed = SpoolFolder.claim(directory);
            folder = claimed;
            for (Path file : claimed.files()) {
                load(file);
            }
        }
    }

    /** On return the record is safe. One that waits already is left as it is. */
    synchronized void put(AuditRecord entry) throws IOException {
        open();
        RecordId id = RecordId.of(entry);
        if (folder == null || waiting.containsKey(id)) {
            return;
        }
        String name = "%019d-%s-%s".formatted(++last, fileName(entry.change()), entry.stage());
        Path unfinished = folder.path().resolve(name + UNFINISHED);
        Path file = folder.path().resolve(name + ENDING);
        try {
            write(unfinished, AuditJson.write(entry));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder.path());
        } catch (IOException e) {
            // else it could be sent later although the caller was told that it is not kept
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(file);
            throw e;
        }
        waiting.put(id, new Waiting(entry, file));
    }

    /** The topic has it. A file that cannot be removed is found in the topic at the next start and removed then. */
    synchronized void remove(RecordId id) {
        Waiting done = waiting.remove(id);
        if (done == null) {
            return;
        }
        try {
            Files.deleteIfExists(done.file());
        } catch (IOException e) {
            log.warn("The audit record {} has been sent, but its file cannot be removed", done.file(), e);
        }
    }

    /** In the order in which they were put. */
    synchronized List<AuditRecord> waiting() {
        return waiting.values().stream().map(Waiting::entry).toList();
    }

    synchronized Optional<AuditRecord> get(RecordId id) {
        return Optional.ofNullable(waiting.get(id)).map(Waiting::entry);
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Leaves what waits to the next process. */
    @Override
    public synchronized void close() {
        if (folder != null) {
            folder.close();
            folder = null;
        }
        waiting.clear();
    }

    private void load(Path file) {
        try {
            take(file);
        } catch (IOException e) {
            log.warn("The audit record {} cannot be read; it is left where it is", file, e);
        }
    }

    private void take(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(UNFINISHED)) {
            Files.deleteIfExists(file);
            return;
        }
        last = Math.max(last, number(name));
        AuditJson.read(Files.readString(file), file)
                .ifPresent(entry -> waiting.putIfAbsent(RecordId.of(entry), new Waiting(entry, file)));
    }

    private static long number(String name) {
        String digits = name.replaceFirst("\\D.*", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static String fileName(String change) {
        String plain = change.replaceAll("[^A-Za-z0-9-]", "_");
        return plain.substring(0, Math.min(plain.length(), 80));
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** So that the file's name is safe too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
