@NullMarked
package io.pilothouse.access;

import org.jspecify.annotations.NullMarked;
