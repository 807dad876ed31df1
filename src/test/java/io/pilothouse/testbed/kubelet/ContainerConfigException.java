package io.pilothouse.testbed.kubelet;

/** Something the container's specification refers to is not there ({@code CreateContainerConfigError}). */
final class ContainerConfigException extends Exception {

    private static final long serialVersionUID = 1;

    ContainerConfigException(String message) {
        super(message);
    }
}
