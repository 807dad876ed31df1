@NullMarked
package io.pilothouse.change.internal;

import org.jspecify.annotations.NullMarked;
