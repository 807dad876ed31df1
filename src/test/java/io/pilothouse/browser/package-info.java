/** What people see and do, in a real browser, against the real platform. */
@NullMarked
package io.pilothouse.browser;

import org.jspecify.annotations.NullMarked;
