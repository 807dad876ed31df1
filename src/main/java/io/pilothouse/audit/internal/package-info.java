/** How audit records are kept on disk until the topic has them, and the newest of them in memory. */
@NullMarked
package io.pilothouse.audit.internal;

import org.jspecify.annotations.NullMarked;
