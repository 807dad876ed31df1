/** An object as YAML, for the pages of all features. */
@NullMarked
@NamedInterface("ui")
package io.pilothouse.manifests.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
