@NullMarked
package io.pilothouse.clusters;

import org.jspecify.annotations.NullMarked;
