/** The answer to "is it healthy?": a verdict in words, and what needs attention. */
@NullMarked
package io.pilothouse.overview;

import org.jspecify.annotations.NullMarked;
