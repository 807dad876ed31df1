/** Figures over time: what is asked, over which time, and what the answer looks like. Nothing of it is stored here. */
@NullMarked
package io.pilothouse.metrics;

import org.jspecify.annotations.NullMarked;
