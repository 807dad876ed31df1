/** The first page. */
@NullMarked
package io.pilothouse.overview.ui;

import org.jspecify.annotations.NullMarked;
