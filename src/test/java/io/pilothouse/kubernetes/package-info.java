@NullMarked
package io.pilothouse.kubernetes;

import org.jspecify.annotations.NullMarked;
