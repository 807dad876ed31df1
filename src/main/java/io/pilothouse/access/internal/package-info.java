/** Sign-in, and the reviews behind what people may see. */
@NullMarked
package io.pilothouse.access.internal;

import org.jspecify.annotations.NullMarked;
