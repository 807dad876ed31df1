@NullMarked
package io.pilothouse.base;

import org.jspecify.annotations.NullMarked;
