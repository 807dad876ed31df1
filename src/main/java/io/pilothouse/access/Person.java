package io.pilothouse.access;

import java.io.Serializable;
import java.util.Set;

/** A signed-in user, as Kubernetes RBAC knows them: by name and groups. */
public record Person(String name, Set<String> groups) implements Serializable {

    public Person {
        groups = Set.copyOf(groups);
    }
}
