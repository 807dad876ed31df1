/** Charts, for the pages of all features. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.metrics.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
