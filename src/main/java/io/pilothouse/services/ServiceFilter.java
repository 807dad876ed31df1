package io.pilothouse.services;

import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Workload;
import java.util.Locale;
import java.util.Optional;

/**
 * Which services to show.
 *
 * @param words all of them must stand in the name, namespace, kind, team or image; blank for any
 * @param state only this one, if given
 * @param namespace only this one, if given
 */
public record ServiceFilter(String words, Optional<HealthState> state, Optional<String> namespace) {

    public static final ServiceFilter NONE = new ServiceFilter("", Optional.empty(), Optional.empty());

    /** Whether the service passes. */
    public boolean shows(Workload service) {
        return state.map(service.health().state()::equals).orElse(true)
                && namespace.map(service.id().namespace()::equals).orElse(true)
                && matchesWords(service);
    }

    /** Whether it lets everything pass. */
    public boolean isEmpty() {
        return words.isBlank() && state.isEmpty() && namespace.isEmpty();
    }

    private boolean matchesWords(Workload service) {
        if (words.isBlank()) {
            return true;
        }
        String text = String.join(
                        " ",
                        service.id().name(),
                        service.id().namespace(),
                        service.id().kind().kind(),
                        service.team().orElse(""),
                        String.join(" ", service.images()))
                .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
