package io.pilothouse.fleet;

import java.util.Optional;

/**
 * A HorizontalPodAutoscaler and what it does.
 *
 * @param name the autoscaler's name
 * @param minimum the lowest replica count it sets
 * @param maximum the highest replica count it sets
 * @param current replicas it last saw
 * @param desired replicas it last asked for
 * @param problem the message of its {@code AbleToScale} or {@code ScalingActive} condition when that is false, unless it only rests because the
 *     workload is scaled to zero
 * @param wantsMore whether its metrics ask for more than its maximum (condition {@code ScalingLimited}, reason {@code TooManyReplicas})
 * @param cpuPercent how much of the CPU that its pods request they are to use on average; empty where it does not scale by that
 */
public record Autoscaling(
        String name,
        int minimum,
        int maximum,
        int current,
        int desired,
        Optional<String> problem,
        boolean wantsMore,
        Optional<Integer> cpuPercent) {}
