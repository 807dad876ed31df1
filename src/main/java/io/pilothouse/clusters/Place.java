package io.pilothouse.clusters;

import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.Pod;
import java.util.Optional;

/** Where brokers are together, so that they go away together. */
public enum Place {
    /** The broker alone. */
    BROKER("Broker"),
    /** The node that its pod was scheduled to. */
    NODE("Node"),
    /** Its {@code broker.rack}, else the zone of its node. */
    ZONE("Zone");

    private final String title;

    Place(String title) {
        this.title = title;
    }

    /** Its name on the screen. */
    public String title() {
        return title;
    }

    /** The name of the place of this kind that the broker is in, if it is known. */
    public Optional<String> of(Broker broker) {
        return switch (this) {
            case BROKER -> Optional.of(String.valueOf(broker.id()));
            case NODE -> broker.pod().flatMap(Pod::node);
            case ZONE -> broker.rack().or(() -> broker.pod().flatMap(Pod::zone));
        };
    }
}
