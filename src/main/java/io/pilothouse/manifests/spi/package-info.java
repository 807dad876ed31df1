/** Where objects are read in full. */
@NullMarked
@NamedInterface("spi")
package io.pilothouse.manifests.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
