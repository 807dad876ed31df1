package io.pilothouse.fleet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The effective settings of a topic: those that somebody set, and of the defaults those that lists show.
 *
 * @param settings by name; empty when they were never read
 */
public record TopicSettings(List<Setting> settings) {

    /** Nobody has read them yet. */
    public static final TopicSettings UNKNOWN = new TopicSettings(List.of());

    private static final String DELETE = "delete";

    public TopicSettings {
        settings = settings.stream().sorted(Comparator.comparing(Setting::name)).toList();
    }

    /**
     * One setting.
     *
     * @param value as Kafka writes it
     */
    public record Setting(String name, String value, Origin origin) {}

    /** Who says so, the nearest to the topic first: that one wins (KIP-226). */
    public enum Origin {
        /** Set on the topic. */
        TOPIC,
        /** A default of the whole cluster that was set while it ran. */
        CLUSTER,
        /** A default of the broker that answered, set while it ran or in its file. */
        BROKER,
        /** What Kafka does when nobody says anything. */
        DEFAULT
    }

    /** Whether they were ever read. */
    public boolean known() {
        return !settings.isEmpty();
    }

    /** The setting of this name; empty when it is not among them. */
    public Optional<Setting> get(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** {@code min.insync.replicas}: how many in-sync replicas a write with {@code acks=all} needs. */
    public OptionalInt minimumInSync() {
        return get("min.insync.replicas")
                .map(setting -> OptionalInt.of(Integer.parseInt(setting.value())))
                .orElse(OptionalInt.empty());
    }

    /** {@code retention.ms}: after how many milliseconds segments are deleted; -1 for never. */
    public OptionalLong retentionMillis() {
        return number("retention.ms");
    }

    /** {@code retention.bytes}: from how many bytes of a partition on its oldest segments are deleted; -1 for no limit. */
    public OptionalLong retentionBytes() {
        return number("retention.bytes");
    }

    /** Whether {@code cleanup.policy} has old segments deleted; empty when it is not known. */
    public Optional<Boolean> deletes() {
        return get("cleanup.policy").map(setting -> setting.value().contains(DELETE));
    }

    private OptionalLong number(String name) {
        return get(name)
                .map(setting -> OptionalLong.of(Long.parseLong(setting.value())))
                .orElse(OptionalLong.empty());
    }
}
