package io.pilothouse.audit.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that belongs to one process as long as that lives: several consoles of one machine may be told the same directory, and each takes
 * a numbered folder in it. What a process that has ended left in another folder is taken over.
 */
final class SpoolFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final FileAttribute<?> FOR_ITS_OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private final FileChannel lock;

    private SpoolFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The first folder that is free, with what lies in the other free ones. */
    static SpoolFolder claim(Path directory) throws IOException {
        Files.createDirectories(directory, FOR_ITS_OWNER_ALONE);
        for (int number = 0; ; number++) {
            Optional<SpoolFolder> claimed = tryClaim(directory.resolve(String.valueOf(number)));
            if (claimed.isPresent()) {
                claimed.get().takeOver(directory, number + 1);
                return claimed.get();
            }
        }
    }

    private static Optional<SpoolFolder> tryClaim(Path path) throws IOException {
        Files.createDirectories(path, FOR_ITS_OWNER_ALONE);
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return Optional.of(new SpoolFolder(path, channel));
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            // as good as held by another one
        }
        channel.close();
        return Optional.empty();
    }

    private void takeOver(Path directory, int first) throws IOException {
        for (int number = first; Files.isDirectory(directory.resolve(String.valueOf(number))); number++) {
            Optional<SpoolFolder> left = tryClaim(directory.resolve(String.valueOf(number)));
            if (left.isPresent()) {
                try (SpoolFolder abandoned = left.get()) {
                    for (Path file : abandoned.files()) {
                        Files.move(file, path.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
        }
    }

    Path path() {
        return path;
    }

    /** All files but the lock, in the order of their names. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !file.endsWith(LOCK)).sorted().toList();
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of " + path + " cannot be given back", e);
        }
    }
}
