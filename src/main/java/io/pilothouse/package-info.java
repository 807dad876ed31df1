@NullMarked
package io.pilothouse;

import org.jspecify.annotations.NullMarked;
