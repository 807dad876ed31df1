package io.pilothouse.api.json;

import io.pilothouse.base.ClusterId;

/** What a Kafka cluster is known by. */
public record ClusterRef(String namespace, String name) {

    static ClusterRef of(ClusterId id) {
        return new ClusterRef(id.namespace(), id.name());
    }
}
