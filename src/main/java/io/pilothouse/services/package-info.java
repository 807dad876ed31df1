/** Services: what keeps pods running, as people see it. */
@NullMarked
package io.pilothouse.services;

import org.jspecify.annotations.NullMarked;
