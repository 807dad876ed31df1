/** The shared kernel: values that every module speaks in. It holds no bean but the clock. */
@NullMarked
package io.pilothouse.base;

import org.jspecify.annotations.NullMarked;
