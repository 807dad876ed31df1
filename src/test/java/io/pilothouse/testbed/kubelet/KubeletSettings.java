package io.pilothouse.testbed.kubelet;

import java.time.Duration;
import java.util.List;

/**
 * What can be set about the kubelet.
 *
 * @param firstBackOff wait before the second restart of a container and the second pull of an image, doubled each time
 * @param longestBackOff where the doubling ends
 * @param imagePull how long the first pull of an image on a node takes
 */
public record KubeletSettings(
        List<LocalNode> nodes, Duration firstBackOff, Duration longestBackOff, Duration imagePull) {

    public KubeletSettings {
        nodes = List.copyOf(nodes);
    }

    /** Six nodes; back-off of 10 s to 5 min, the defaults of a real kubelet. */
    public static KubeletSettings asInLife() {
        return new KubeletSettings(
                LocalNode.sixInThreeZones(), Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMillis(400));
    }

    /** The same with another first back-off, for tests that cannot wait. */
    public KubeletSettings withFirstBackOff(Duration backOff) {
        return new KubeletSettings(nodes, backOff, longestBackOff, imagePull);
    }
}
