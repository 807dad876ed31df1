/** A real platform on one machine: what the demo and the tests run on. */
@NullMarked
package io.pilothouse.testbed;

import org.jspecify.annotations.NullMarked;
