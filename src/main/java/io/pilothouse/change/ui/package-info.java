/** How people review a change before it happens and follow it afterwards. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.change.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
