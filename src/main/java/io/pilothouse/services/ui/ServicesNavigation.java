package io.pilothouse.services.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.StateBadge;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.ui.FleetNavigation;

/** The addresses of the pages of services, relative to the console's. */
public final class ServicesNavigation {

    private static final String LIST = FleetNavigation.SERVICES;

    private ServicesNavigation() {}

    /** All services. */
    public static String list() {
        return LIST;
    }

    /** Services in one state. */
    public static String list(HealthState state) {
        return LIST + "?" + ServiceList.STATE + "=" + StateBadge.slug(state);
    }

    /** One service. */
    public static String details(WorkloadId id) {
        return LIST + "/" + id;
    }

    /** One service, with what edits its autoscaling open. */
    public static String autoscaling(WorkloadId id) {
        return details(id) + "?" + ServiceActions.OPEN + "=" + ServiceActions.AUTOSCALING;
    }

    /** The pods of one service. */
    public static String pods(WorkloadId id) {
        return FleetNavigation.pods(id);
    }
}
