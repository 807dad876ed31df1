package io.pilothouse.testbed.kubelet;

import java.util.Optional;

/**
 * How a container ended.
 *
 * @param code 0 to 255; 128 + n for signal n, as a shell has it
 * @param outOfMemory whether the kernel ended it because it went over its memory limit ({@code OOMKilled}, code 137)
 * @param terminationMessage what it left in {@code /dev/termination-log}; absent as a rule
 */
public record ContainerExit(int code, boolean outOfMemory, Optional<String> terminationMessage) {

    public static ContainerExit withCode(int code) {
        return new ContainerExit(code, false, Optional.empty());
    }

    public static ContainerExit killedForMemory() {
        return new ContainerExit(137, true, Optional.empty());
    }

    public ContainerExit withTerminationMessage(String message) {
        return new ContainerExit(code, outOfMemory, Optional.of(message));
    }
}
