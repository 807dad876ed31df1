/** The pages of groups of consumers. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.groups.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
