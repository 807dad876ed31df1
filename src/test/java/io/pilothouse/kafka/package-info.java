@NullMarked
package io.pilothouse.kafka;

import org.jspecify.annotations.NullMarked;
