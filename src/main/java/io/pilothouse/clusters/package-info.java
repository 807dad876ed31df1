/** Kafka clusters: where replicas lie, how evenly, and what would be lost with a broker, a node or a zone. */
@NullMarked
package io.pilothouse.clusters;

import org.jspecify.annotations.NullMarked;
