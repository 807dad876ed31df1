/** Topics: where they lie, how they are written, and who reads them. */
@NullMarked
package io.pilothouse.topics;

import org.jspecify.annotations.NullMarked;
