/** What runs inside a broker's own JVM. */
@NullMarked
package io.pilothouse.testbed.kafka.launcher;

import org.jspecify.annotations.NullMarked;
