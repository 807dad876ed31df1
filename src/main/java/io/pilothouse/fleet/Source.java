package io.pilothouse.fleet;

/** The three systems that the picture is joined from. */
public enum Source {
    KUBERNETES("Kubernetes"),
    KAFKA("Kafka"),
    PROMETHEUS("Prometheus");

    private final String title;

    Source(String title) {
        this.title = title;
    }

    /** The system's own name. */
    public String title() {
        return title;
    }
}
