/** The pages of topics. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.topics.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
