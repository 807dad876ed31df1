package io.pilothouse.fleet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The effective settings of a broker, by name.
 *
 * @param settings all of them, defaults among them
 */
public record BrokerSettings(List<Setting> settings) {

    public BrokerSettings {
        settings = settings.stream().sorted(Comparator.comparing(Setting::name)).toList();
    }

    /**
     * One setting.
     *
     * @param value as Kafka writes it; empty when it is a secret, which brokers do not tell, or not set
     * @param secret whether its value is kept back
     * @param needsRestart whether it can be changed only in the broker's file
     */
    public record Setting(String name, Optional<String> value, Origin origin, boolean secret, boolean needsRestart) {}

    /** Who says so, the strongest first (KIP-226). */
    public enum Origin {
        /** Set on this broker while it ran. */
        BROKER,
        /** Set for all brokers while they ran. */
        CLUSTER,
        /** In the broker's file when it started. */
        FILE,
        /** What Kafka does when nobody says anything. */
        DEFAULT
    }

    /** The setting of this name, if there is such a one. */
    public Optional<Setting> get(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }
}
