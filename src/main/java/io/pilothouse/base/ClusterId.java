package io.pilothouse.base;

/**
 * What a Kafka cluster is known by: the namespace and name of its {@code Kafka} resource. One that is only configured has
 * {@value #EXTERNAL} in the namespace's place.
 */
public record ClusterId(String namespace, String name) implements Comparable<ClusterId> {

    /** Stands in the namespace's place of clusters that no {@code Kafka} resource describes. */
    public static final String EXTERNAL = "external";

    @Override
    public int compareTo(ClusterId other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    /** {@code namespace/name}. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
