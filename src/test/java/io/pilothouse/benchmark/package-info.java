/** What scale costs: run by hand, see {@link io.pilothouse.benchmark.ScaleBenchmark}. */
@NullMarked
package io.pilothouse.benchmark;

import org.jspecify.annotations.NullMarked;
