package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.fleet.Workload;
import java.util.ArrayList;
import java.util.List;

/** The first line of a service's page: how it is, in words. */
final class ServiceVerdict {

    private ServiceVerdict() {}

    static Component[] of(Workload service) {
        List<Component> words = new ArrayList<>();
        Span state = new Span(service.health().state().word() + opening(service));
        state.addClassName("ph-strong");
        words.add(state);
        if (service.health().state() != HealthState.HEALTHY) {
            service.health().since().ifPresent(since -> {
                words.add(new Span(" for "));
                words.add(RelativeTime.age(since));
            });
        }
        words.add(new Span(". " + replicas(service)));
        return words.toArray(Component[]::new);
    }

    private static String opening(Workload service) {
        return service.health().reason().isEmpty()
                ? ""
                : ": " + service.health().reason();
    }

    private static String replicas(Workload service) {
        return service.replicas().ready() + " of " + service.replicas().desired() + " replicas are ready.";
    }
}
