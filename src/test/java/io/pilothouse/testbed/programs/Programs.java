package io.pilothouse.testbed.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Where the programs of the platform are: built once for each state of the module file and kept in the user's cache folder, shared by all
 * runs. The folders {@code PILOTHOUSE_PROGRAMS} and {@code KUBEBUILDER_ASSETS} win where they hold a program ready to run.
 */
public final class Programs {

    private static final String KUBERNETES_VERSION = "1.36.3";

    /** Without these Kubernetes' programs call themselves version 0.0.0, and clients refuse that. */
    private static final String LINKER_FLAGS = "-s -w -X k8s.io/component-base/version.gitVersion=v"
            + KUBERNETES_VERSION
            + " -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=36";

    private final Path directory;

    private Programs(Path directory) {
        this.directory = directory;
    }

    /** The programs of this user on this machine. */
    public static Programs ofThisUser() {
        String home = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return new Programs(Path.of(home, "pilothouse", "programs", key()));
    }

    /** Whether nothing of it has to be built. */
    public boolean ready(ProgramSet set) {
        return set.programs().stream().allMatch(program -> find(program).isPresent());
    }

    /**
     * The program's file.
     *
     * @throws IllegalStateException when it was not built yet
     */
    public Path path(Program program) {
        return find(program)
                .orElseThrow(() -> new IllegalStateException(program.fileName() + " was not built yet: " + directory));
    }

    /**
     * Builds what is missing of the set; waits while another run on this machine builds.
     *
     * @param percent told how far it is, 0 to 100, as it goes on
     * @throws ProgramBuildException when it cannot be built; says why
     */
    public void build(ProgramSet set, IntConsumer percent) throws ProgramBuildException {
        try {
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!ready(set)) {
                    buildLocked(set, percent);
                }
            }
        } catch (IOException e) {
            throw new ProgramBuildException("The cache folder " + directory + " cannot be used", e);
        }
    }

    private void buildLocked(ProgramSet set, IntConsumer percent) throws IOException, ProgramBuildException {
        Path module = Files.createDirectories(directory.resolve("module"));
        for (String name : List.of("go.mod", "go.sum")) {
            Files.write(module.resolve(name), resource(name));
        }
        Path built =
                Files.createDirectories(directory.resolve("built-" + set.name().toLowerCase(Locale.ROOT)));
        new GoBuild(module, LINKER_FLAGS).run(set, built, percent);
        for (Program program : set.programs()) {
            Files.move(
                    built.resolve(program.builtName()),
                    directory.resolve(program.fileName()),
                    StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Optional<Path> find(Program program) {
        return Stream.of(
                        Optional.ofNullable(System.getenv("PILOTHOUSE_PROGRAMS"))
                                .map(Path::of),
                        Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS")).map(Path::of),
                        Optional.of(directory))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(program.fileName()))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Changes with everything that the built programs depend on. */
    private static String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(resource("go.mod"));
            digest.update(resource("go.sum"));
            digest.update(LINKER_FLAGS.getBytes(StandardCharsets.UTF_8));
            Arrays.stream(ProgramSet.values())
                    .forEach(set -> digest.update(set.tags().getBytes(StandardCharsets.UTF_8)));
            String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
            return platform + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Programs.class.getResourceAsStream("/testbed/programs/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
