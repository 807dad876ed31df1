/** The picture as JSON: one record a shape. What they mean is said in {@code openapi.json}, whose schemas have their names. */
@NullMarked
package io.pilothouse.api.json;

import org.jspecify.annotations.NullMarked;
