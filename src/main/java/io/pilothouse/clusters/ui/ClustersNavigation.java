package io.pilothouse.clusters.ui;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.base.ui.list.StateFilter;

/** The addresses of the pages of Kafka clusters, relative to the console's. */
public final class ClustersNavigation {

    private static final String LIST = "clusters";

    private ClustersNavigation() {}

    /** All Kafka clusters. */
    public static String list() {
        return LIST;
    }

    /** Kafka clusters in one state. */
    public static String list(HealthState state) {
        return LIST + "?" + StateFilter.KEY + "=" + StateBadge.slug(state);
    }

    /** One Kafka cluster. */
    public static String details(ClusterId id) {
        return LIST + "/" + id;
    }

    /** The brokers of one Kafka cluster. */
    public static String brokers(ClusterId id) {
        return details(id) + "?" + ClusterDetailsView.TAB + "=" + ClusterDetailsView.BROKERS;
    }

    /** One broker of a Kafka cluster. */
    public static String broker(ClusterId id, int broker) {
        return details(id) + "/brokers/" + broker;
    }
}
