/** Components and formats that all views share. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
