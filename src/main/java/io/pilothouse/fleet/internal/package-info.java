/** How facts become the picture: the pure join and its rules, and what keeps it current. */
@NullMarked
package io.pilothouse.fleet.internal;

import org.jspecify.annotations.NullMarked;
