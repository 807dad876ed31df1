package io.pilothouse.fleet;

/**
 * A PodDisruptionBudget as its status says: how many pods may be evicted at once, by a drain or by whoever scales nodes down. It does not hold
 * back rollouts, nor what goes by itself.
 *
 * @param allowed pods that may be evicted now
 * @param healthy pods that are healthy now
 * @param required pods that have to stay healthy
 * @param expected pods that it counts
 * @param observed whether the controller has seen the newest spec; else the other figures speak of an older one
 */
public record DisruptionBudget(String name, int allowed, int healthy, int required, int expected, boolean observed) {

    /** Whether no pod can ever be evicted, however healthy all are, as long as nobody changes it or adds replicas. */
    public boolean letsNoneGo() {
        return expected > 0 && required >= expected;
    }
}
