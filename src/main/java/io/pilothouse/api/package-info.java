/** The picture as JSON, for programs: the same objects at the same addresses as the pages, and for the same eyes. */
@NullMarked
package io.pilothouse.api;

import org.jspecify.annotations.NullMarked;
