package io.pilothouse.services;

import io.pilothouse.access.Person;
import io.pilothouse.fleet.WorkloadId;

/**
 * The logs of all containers of all pods of a service in one. However many look at a service, its logs are read once. What is kept is bounded:
 * the newest few thousand lines.
 */
public interface ServiceLogs {

    /**
     * Begins to follow the logs for a person, once Kubernetes has said that they may get them; it is asked again from time to time. Returns at
     * once.
     *
     * @param previous whether to read, once, what the containers wrote before their last restart
     * @param onChange called at most four times a second when there is something new, on a thread that it must leave at once
     */
    LogViewer open(Person person, WorkloadId service, boolean previous, Runnable onChange);
}
