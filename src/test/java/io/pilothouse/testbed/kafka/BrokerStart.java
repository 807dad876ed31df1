package io.pilothouse.testbed.kafka;

import java.nio.file.Path;
import java.util.Map;

/**
 * What it takes to start a broker.
 *
 * @param version of Kafka
 * @param serverConfig as Strimzi writes it for the broker's pod
 * @param zone value of {@code broker.rack} where the configuration asks for it
 * @param mounts folder on this machine by mount path
 */
public record BrokerStart(
        BrokerName name, String version, String serverConfig, String clusterId, String zone, Map<String, Path> mounts) {

    public BrokerStart {
        mounts = Map.copyOf(mounts);
    }
}
