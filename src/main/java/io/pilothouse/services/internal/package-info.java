/** Checks that a person may have what they ask for, and fetches it off the threads of the user interface. */
@NullMarked
package io.pilothouse.services.internal;

import org.jspecify.annotations.NullMarked;
