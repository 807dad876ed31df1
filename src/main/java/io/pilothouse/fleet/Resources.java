package io.pilothouse.fleet;

import java.util.Collection;

/**
 * CPU and memory, as pods ask for them and nodes offer them.
 *
 * @param millicores thousandths of a CPU core; 0 where nothing is asked for
 * @param memory bytes; 0 where nothing is asked for
 */
public record Resources(long millicores, long memory) {

    public static final Resources NONE = new Resources(0, 0);

    public Resources plus(Resources other) {
        return new Resources(millicores + other.millicores, memory + other.memory);
    }

    /** The greater of each. */
    public Resources orMore(Resources other) {
        return new Resources(Math.max(millicores, other.millicores), Math.max(memory, other.memory));
    }

    /** All of them together. */
    public static Resources sum(Collection<Resources> all) {
        return all.stream().reduce(NONE, Resources::plus);
    }

    /** CPU in cores. */
    public double cores() {
        return millicores / 1000.0;
    }
}
