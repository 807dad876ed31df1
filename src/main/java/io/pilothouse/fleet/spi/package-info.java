/** One small read port for each source of the picture, and the facts that pass through it. */
@NullMarked
@NamedInterface("spi")
package io.pilothouse.fleet.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
