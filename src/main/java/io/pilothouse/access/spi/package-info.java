/** Who decides about rights. */
@NullMarked
@NamedInterface("spi")
package io.pilothouse.access.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
