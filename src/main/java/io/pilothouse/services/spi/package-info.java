/** What is asked of Kubernetes for one person at a time: objects in full and logs. The caller checks that the person may have it. */
@NullMarked
@NamedInterface("spi")
package io.pilothouse.services.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
