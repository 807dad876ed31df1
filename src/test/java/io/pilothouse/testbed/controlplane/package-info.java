/** A real control plane and Prometheus as child processes on loopback. */
@NullMarked
package io.pilothouse.testbed.controlplane;

import org.jspecify.annotations.NullMarked;
