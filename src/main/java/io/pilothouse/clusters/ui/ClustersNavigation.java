package io.pilothouse.clusters.ui;

import io.pilothouse.base.ClusterId;

/** The addresses of the pages of Kafka clusters. */
public final class ClustersNavigation {

    private static final String LIST = "clusters";

    private ClustersNavigation() {}

    /** All Kafka clusters. */
    public static String list() {
        return LIST;
    }

    /** One Kafka cluster. */
    public static String details(ClusterId id) {
        return LIST + "/" + id;
    }

    /** The brokers of one Kafka cluster. */
    public static String brokers(ClusterId id) {
        return details(id) + "?tab=brokers";
    }
}
