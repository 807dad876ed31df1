/** The local kubelet: nodes and the life of pods, whose containers are run by whoever knows their image. */
@NullMarked
package io.pilothouse.testbed.kubelet;

import org.jspecify.annotations.NullMarked;
