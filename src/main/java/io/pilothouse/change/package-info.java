/** The one way to act: previewed, checked, done as the person, followed until settled, recorded. */
@NullMarked
package io.pilothouse.change;

import org.jspecify.annotations.NullMarked;
