@NullMarked
package io.pilothouse.prometheus;

import org.jspecify.annotations.NullMarked;
