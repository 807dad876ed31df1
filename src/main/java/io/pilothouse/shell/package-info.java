/** The frame around all pages: navigation, scope, sources, user menu, error pages. It knows no feature. */
@NullMarked
package io.pilothouse.shell;

import org.jspecify.annotations.NullMarked;
