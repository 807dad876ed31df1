/** The pages of Kafka clusters. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.clusters.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
