@NullMarked
package io.pilothouse.access.internal;

import org.jspecify.annotations.NullMarked;
