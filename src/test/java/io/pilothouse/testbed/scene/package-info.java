/** The demo scene: services of a shop that really produce and consume, as threads of this JVM with addresses of their own. */
@NullMarked
package io.pilothouse.testbed.scene;

import org.jspecify.annotations.NullMarked;
