/** Groups of consumers: who reads what, and how far behind. */
@NullMarked
package io.pilothouse.groups;

import org.jspecify.annotations.NullMarked;
