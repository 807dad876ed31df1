package io.pilothouse.access;

/**
 * A right in Kubernetes' own terms.
 *
 * @param verb get, list, watch, patch …
 * @param group the API group; empty for the core group
 * @param resource the resource in plural, with its subresource behind a slash
 * @param namespace the namespace; empty for all of them, or for a resource that is in none
 * @param name the object's name; empty for any
 */
public record Right(String verb, String group, String resource, String namespace, String name) {

    /** In words: {@code get deployments.apps "orders" in namespace shop}. */
    public String inWords() {
        String qualified = group.isEmpty() ? resource : resource + "." + group;
        String object = name.isEmpty() ? "" : " \"" + name + "\"";
        String place = namespace.isEmpty() ? " in all namespaces" : " in namespace " + namespace;
        return verb + " " + qualified + object + place;
    }
}
