/** The Kubernetes adapter: the only place that knows fabric8 and Strimzi's types. */
@NullMarked
package io.pilothouse.kubernetes;

import org.jspecify.annotations.NullMarked;
