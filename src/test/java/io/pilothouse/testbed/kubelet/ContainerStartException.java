package io.pilothouse.testbed.kubelet;

/** A container could not be started; the message goes into the pod's status ({@code RunContainerError}). */
public final class ContainerStartException extends Exception {

    private static final long serialVersionUID = 1;

    public ContainerStartException(String message) {
        super(message);
    }

    public ContainerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
