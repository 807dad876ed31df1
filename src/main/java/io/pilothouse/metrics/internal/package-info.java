@NullMarked
package io.pilothouse.metrics.internal;

import org.jspecify.annotations.NullMarked;
