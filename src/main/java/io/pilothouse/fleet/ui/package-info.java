/** What pages that lead to one another share: where the pages of the picture's objects are, and how lag is put into words. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.fleet.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
