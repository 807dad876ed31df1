/** Reads Kafka clusters through Kafka's Admin API. The only place that knows Kafka's client library. */
@NullMarked
package io.pilothouse.kafka;

import org.jspecify.annotations.NullMarked;
