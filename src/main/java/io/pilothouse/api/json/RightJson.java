package io.pilothouse.api.json;

import io.pilothouse.access.Right;

/**
 * A right in Kubernetes' terms.
 *
 * @param group the API group; empty for the core group
 * @param resource in plural, with its subresource behind a slash
 */
public record RightJson(String verb, String group, String resource, String namespace, String name) {

    public static RightJson of(Right right) {
        return new RightJson(right.verb(), right.group(), right.resource(), right.namespace(), right.name());
    }
}
