/** Programs as child processes that never outlive this JVM. */
@NullMarked
package io.pilothouse.testbed.process;

import org.jspecify.annotations.NullMarked;
