/** Where changes are written. */
@NullMarked
@NamedInterface("spi")
package io.pilothouse.change.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
