package io.pilothouse.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder of one run, for its owner alone, gone when the run ends. */
record PlatformDirectory(Path path) {

    static PlatformDirectory create() throws IOException {
        return new PlatformDirectory(Files.createTempDirectory("pilothouse-"));
    }

    Path make(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    void delete() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " cannot be removed", e);
        }
    }
}
