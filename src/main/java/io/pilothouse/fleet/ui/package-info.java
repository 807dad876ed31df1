/** Where the pages of the picture's objects are, for pages that lead to one another. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.fleet.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
