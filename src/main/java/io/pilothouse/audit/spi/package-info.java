/** Where audit records are kept for good. */
@NullMarked
@NamedInterface("spi")
package io.pilothouse.audit.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
