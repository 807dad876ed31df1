package io.pilothouse.topics.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.TopicSettings.Origin;
import io.pilothouse.fleet.TopicSettings.Setting;
import java.time.Duration;
import java.util.Optional;

/** How settings of topics are put into words. */
final class SettingWords {

    private static final String MILLIS = ".ms";
    private static final String BYTES = ".bytes";

    private SettingWords() {}

    /** Where a setting comes from. */
    static String origin(Origin origin) {
        return switch (origin) {
            case TOPIC -> "on the topic";
            case CLUSTER -> "for the cluster";
            case BROKER -> "on the broker";
            case DEFAULT -> "Kafka's default";
        };
    }

    /** A figure in units that people read: "7 d", "1.1 GB"; empty where the value says it already. */
    static String meaning(Setting setting) {
        return number(setting.value())
                .map(value -> {
                    if (setting.name().endsWith(MILLIS)) {
                        return time(value);
                    }
                    return setting.name().endsWith(BYTES) ? size(value) : "";
                })
                .orElse("");
    }

    private static String time(long millis) {
        if (millis < 0) {
            return "no limit";
        }
        return millis == Long.MAX_VALUE ? "never" : Formats.duration(Duration.ofMillis(millis));
    }

    private static String size(long bytes) {
        return bytes < 0 ? "no limit" : Formats.bytes(bytes);
    }

    private static Optional<Long> number(String value) {
        try {
            return Optional.of(Long.valueOf(value));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
