/** Where figures over time come from. */
@NullMarked
@NamedInterface("spi")
package io.pilothouse.metrics.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
