/** Objects of Kubernetes in full, for who may get them. */
@NullMarked
package io.pilothouse.manifests;

import org.jspecify.annotations.NullMarked;
