package io.pilothouse.testbed;

import io.pilothouse.testbed.programs.Program;
import io.pilothouse.testbed.programs.ProgramBuildException;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real helm, as the user {@code ops}. Built when it is first wanted. */
public final class Helm {

    private static final int SECONDS = 120;

    private final Path kubeconfig;
    private final Path home;

    /**
     * @param platform whose API server it asks
     * @param home where it may keep its files
     * @throws ProgramBuildException when it cannot be built; says why
     */
    public Helm(LocalPlatform platform, Path home) throws ProgramBuildException {
        this.kubeconfig = platform.controlPlane().files().kubeconfig();
        this.home = home;
        Programs.ofThisUser().build(ProgramSet.HELM, _ -> {});
    }

    /**
     * Runs it and returns what it prints.
     *
     * @throws IllegalStateException when it fails; with what it printed
     */
    public String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Programs.ofThisUser().path(Program.HELM).toString(), "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")
                .forEach(name -> builder.environment().put(name, home.toString()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("helm " + String.join(" ", arguments) + ": " + output);
        }
        return output;
    }
}
