@NullMarked
package io.pilothouse.manifests.internal;

import org.jspecify.annotations.NullMarked;
