package io.pilothouse.fleet;

import java.util.List;
import java.util.Optional;

/**
 * A KEDA ScaledObject: scales a workload by what happens outside of it, through a HorizontalPodAutoscaler that KEDA makes, and to none and back by
 * itself. Defaults as in KEDA's documentation, "ScaledObject specification".
 *
 * @param minimum the lowest replica count while a trigger is active; 0 unless set
 * @param maximum the highest replica count; 100 unless set
 * @param idle replicas while no trigger is active, where that differs from the minimum
 * @param paused whether somebody has paused it by annotation, so that nothing scales the workload
 * @param pausedAt the replica count that it is held at while paused; empty where it stays at whatever it had
 * @param autoscaler name of the HorizontalPodAutoscaler that KEDA makes for it
 * @param handled whether KEDA has said anything about it yet; nothing scales by it before
 * @param active whether a trigger is active, so that KEDA keeps the workload running; empty when KEDA does not tell
 * @param problem why KEDA cannot scale by it: the message of its {@code Ready} condition when that is false, or of {@code Fallback} when that is
 *     true
 */
public record ScaledObject(
        String name,
        int minimum,
        int maximum,
        Optional<Integer> idle,
        boolean paused,
        Optional<Integer> pausedAt,
        List<Trigger> triggers,
        String autoscaler,
        boolean handled,
        Optional<Boolean> active,
        Optional<String> problem) {

    public ScaledObject {
        triggers = List.copyOf(triggers);
    }

    /**
     * What it scales by.
     *
     * @param type KEDA's name of the scaler: {@code kafka}, {@code prometheus}, {@code cpu}, {@code cron} …
     * @param name its own name, if it has one
     * @param target the value for which one replica is enough, as it was written; empty where the type has none or it is not told
     * @param kafka what is read, for type {@code kafka}
     */
    public record Trigger(String type, Optional<String> name, Optional<String> target, Optional<KafkaLag> kafka) {}

    /**
     * The lag that a trigger of type {@code kafka} scales by.
     *
     * @param topic empty for all topics that the group reads, or when it is known only to the pods
     * @param group empty when it is known only to the pods
     * @param messages lag for which one replica is enough ({@code lagThreshold}, 10 unless set)
     * @param idleConsumers whether there may be more replicas than partitions ({@code allowIdleConsumers}); else KEDA stops there
     */
    public record KafkaLag(Optional<String> topic, Optional<String> group, long messages, boolean idleConsumers) {}
}
