package io.pilothouse.testbed;

import io.pilothouse.fleet.Source;
import java.util.Optional;

/** What the platform is made of, in the order in which it wants to be ready. */
public enum PlatformPart {
    BROKERS("Kafka brokers", Optional.of(Source.KAFKA)),
    CONTROL_PLANE("Kubernetes", Optional.of(Source.KUBERNETES)),
    SCENE("the shop and its operator", Optional.empty()),
    PROMETHEUS("Prometheus", Optional.of(Source.PROMETHEUS)),
    METRICS_SERVER("metrics for autoscaling", Optional.empty());

    private final String title;
    private final Optional<Source> source;

    PlatformPart(String title, Optional<Source> source) {
        this.title = title;
        this.source = source;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The console's source that it is, if it is one. */
    public Optional<Source> source() {
        return source;
    }
}
