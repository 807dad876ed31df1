/** The pages of nodes. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.nodes.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
