package io.pilothouse.api.json;

import io.pilothouse.fleet.ScaledObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A KEDA ScaledObject, which scales a service by what happens outside of it. */
public record ScaledObjectJson(
        String name,
        int minimum,
        int maximum,
        @Nullable Integer idle,
        boolean paused,
        @Nullable Integer pausedAt,
        List<TriggerJson> triggers,
        @Nullable String problem) {

    /** What it scales by. */
    public record TriggerJson(
            String type, @Nullable String name, @Nullable String target) {
        private static TriggerJson of(ScaledObject.Trigger trigger) {
            return new TriggerJson(
                    trigger.type(),
                    trigger.name().orElse(null),
                    trigger.target().orElse(null));
        }
    }

    static ScaledObjectJson of(ScaledObject scaled) {
        return new ScaledObjectJson(
                scaled.name(),
                scaled.minimum(),
                scaled.maximum(),
                scaled.idle().orElse(null),
                scaled.paused(),
                scaled.pausedAt().orElse(null),
                scaled.triggers().stream().map(TriggerJson::of).toList(),
                scaled.problem().orElse(null));
    }
}
