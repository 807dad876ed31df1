/** A stand-in for Strimzi's cluster operator, and Strimzi's own custom resource definitions. */
@NullMarked
package io.pilothouse.testbed.strimzi;

import org.jspecify.annotations.NullMarked;
