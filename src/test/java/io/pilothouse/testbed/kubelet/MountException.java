package io.pilothouse.testbed.kubelet;

/** A volume of a pod cannot be mounted (yet): event {@code FailedMount}. */
final class MountException extends Exception {

    private static final long serialVersionUID = 1;

    MountException(String volume, String cause) {
        super("MountVolume.SetUp failed for volume \"" + volume + "\" : " + cause);
    }
}
