package io.pilothouse.nodes.ui;

/** The addresses of the pages of nodes, relative to the console's. */
public final class NodesNavigation {

    private static final String LIST = "nodes";

    private NodesNavigation() {}

    /** All nodes. */
    public static String list() {
        return LIST;
    }

    /** One node. */
    public static String details(String name) {
        return LIST + "/" + name;
    }
}
