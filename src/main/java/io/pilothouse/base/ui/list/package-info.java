/** Lists of live objects: search, filters, order, columns and export, all of them in the address. */
@NullMarked
@NamedInterface("list")
package io.pilothouse.base.ui.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
