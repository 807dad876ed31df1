/** The Go programs of the platform, built once from their modules. */
@NullMarked
package io.pilothouse.testbed.programs;

import org.jspecify.annotations.NullMarked;
