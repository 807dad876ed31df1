/** The pages of services. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.services.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
