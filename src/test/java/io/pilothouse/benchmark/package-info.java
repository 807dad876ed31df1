/** What scale and changes cost: run by hand, see {@link io.pilothouse.benchmark.ScaleBenchmark}, {@link io.pilothouse.benchmark.ChangeBenchmark}. */
@NullMarked
package io.pilothouse.benchmark;

import org.jspecify.annotations.NullMarked;
