/** How views follow the picture as the signed-in person may see it. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.access.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
