/** The joined picture of Kubernetes, Kafka and Prometheus, as immutable records. */
@NullMarked
package io.pilothouse.fleet;

import org.jspecify.annotations.NullMarked;
