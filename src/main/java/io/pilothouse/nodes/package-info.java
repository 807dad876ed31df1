/** Nodes: what runs on them, and what would be lost with one. */
@NullMarked
package io.pilothouse.nodes;

import org.jspecify.annotations.NullMarked;
