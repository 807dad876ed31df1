package io.pilothouse.testbed;

import io.pilothouse.testbed.programs.Program;
import io.pilothouse.testbed.programs.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real kubectl, as the user {@code ops}: a witness that owes the console nothing. */
public final class Kubectl {

    private static final int SECONDS = 60;

    private final Path kubeconfig;

    /** @param platform whose API server it asks */
    public Kubectl(LocalPlatform platform) {
        this.kubeconfig = platform.controlPlane().files().kubeconfig();
    }

    /**
     * Runs it and returns what it prints.
     *
     * @throws IllegalStateException when it fails; with what it printed
     */
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Programs.ofThisUser().path(Program.KUBECTL).toString(), "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("kubectl " + String.join(" ", arguments) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException("kubectl cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
