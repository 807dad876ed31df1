/** Services: what keeps pods running. */
@NullMarked
package io.pilothouse.services;

import org.jspecify.annotations.NullMarked;
