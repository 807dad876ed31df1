/** The console itself as the container of a pod, which is how its Helm chart is tried. */
@NullMarked
package io.pilothouse.testbed.product;

import org.jspecify.annotations.NullMarked;
