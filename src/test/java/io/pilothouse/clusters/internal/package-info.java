/** Tests of what stands for and against changes of Kafka clusters. */
@NullMarked
package io.pilothouse.clusters.internal;

import org.jspecify.annotations.NullMarked;
