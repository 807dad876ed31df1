@NullMarked
package io.pilothouse.access.spi;

import org.jspecify.annotations.NullMarked;
