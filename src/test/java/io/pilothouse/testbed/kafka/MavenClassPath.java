package io.pilothouse.testbed.kafka;

import io.pilothouse.testbed.process.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Class paths that must not be our own, resolved once by Maven's dependency plugin. The jars stay in the local Maven repository; which
 * they are is kept in the user's cache folder.
 */
public final class MavenClassPath {

    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
    private static final int MINUTES = 10;

    private final Path cache;

    private MavenClassPath(Path cache) {
        this.cache = cache;
    }

    /** The class paths of this user on this machine. */
    public static MavenClassPath ofThisUser() {
        String home = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return new MavenClassPath(Path.of(home, "pilothouse", "kafka"));
    }

    /**
     * The runtime class path of a pom among our resources; waits while another run on this machine resolves it.
     *
     * @param properties values that the pom leaves open
     * @throws IOException when Maven cannot resolve it; says why
     */
    public List<Path> resolve(String pom, Map<String, String> properties) throws IOException {
        byte[] content = resource(pom);
        Path directory = Files.createDirectories(cache.resolve(key(content, properties)));
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            Path file = directory.resolve("classpath");
            if (!complete(file)) {
                Files.write(directory.resolve("pom.xml"), content);
                runMaven(directory, file, properties);
            }
            return read(file);
        }
    }

    private static boolean complete(Path file) throws IOException {
        return Files.exists(file) && read(file).stream().allMatch(Files::isRegularFile);
    }

    private static List<Path> read(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static void runMaven(Path directory, Path file, Map<String, String> properties) throws IOException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q", GOAL));
        command.add("-DincludeScope=runtime");
        command.add("-Dmdep.outputFile=" + file);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        localRepository().ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        Path log = Files.writeString(directory.resolve("maven.log"), "");
        try (ChildProcess maven = ChildProcess.start("mvn", command, Map.of(), directory, log)) {
            int code = maven.exit()
                    .completeOnTimeout(-1, MINUTES, TimeUnit.MINUTES)
                    .join();
            if (code != 0 || !complete(file)) {
                throw new IOException("Maven could not resolve " + directory.resolve("pom.xml") + " with " + properties
                        + ":\n" + Files.readString(log));
            }
        }
    }

    /** Surefire hands both on: what the user asked for, and else where Maven itself looks. */
    private static Optional<String> localRepository() {
        return Stream.of("maven.repo.local", "localRepository")
                .flatMap(name -> Optional.ofNullable(System.getProperty(name)).stream())
                .findFirst();
    }

    private static String key(byte[] pom, Map<String, String> properties) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(pom);
            digest.update(new TreeMap<>(properties).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = MavenClassPath.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("Missing resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
