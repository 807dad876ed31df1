/** Reads Prometheus, or what speaks its HTTP API. The only place that knows that API and metric names. */
@NullMarked
package io.pilothouse.prometheus;

import org.jspecify.annotations.NullMarked;
