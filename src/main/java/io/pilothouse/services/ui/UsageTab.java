package io.pilothouse.services.ui;

import com.vaadin.flow.router.Location;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.ui.MetricsTab;
import java.time.Clock;
import java.util.List;

/** What the pods of a service use, over time. */
final class UsageTab extends ServiceTab {

    private static final List<Figure> FIGURES =
            List.of(Figure.CPU, Figure.MEMORY, Figure.CPU_THROTTLED, Figure.RECORDS_WRITTEN);

    private final MetricsTab metrics;

    UsageTab(Histories histories, Clock clock) {
        metrics = new MetricsTab(histories, clock, FIGURES);
        add(metrics);
    }

    @Override
    void at(Location location) {
        metrics.at(location);
    }

    @Override
    void show(ServiceViewModel.Shown shown) {
        metrics.show(new Subject.ServicePods(shown.service().id()));
    }
}
