/** Who is signed in, and what Kubernetes RBAC lets them see. There is no role engine of our own. */
@NullMarked
package io.pilothouse.access;

import org.jspecify.annotations.NullMarked;
