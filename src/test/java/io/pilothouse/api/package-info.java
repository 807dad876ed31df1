/** The API as programs see it. */
@NullMarked
package io.pilothouse.api;

import org.jspecify.annotations.NullMarked;
