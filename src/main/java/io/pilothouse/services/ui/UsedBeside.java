package io.pilothouse.services.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Push;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Workload;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.History;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.TimeRange;
import java.util.Optional;

/** What the pods of a service use now, and how much their CPU limit holds them back, in words to stand beside what may be chosen. */
final class UsedBeside {

    private final Span cpu = new Span();
    private final Span memory = new Span();

    UsedBeside(Workload service, Fleet fleet, Histories histories) {
        Optional<UsedNow> used = UsedNow.of(service, fleet).known().filter(now -> now.measured() > 0);
        cpu.setText(used.map(now -> Formats.cores(now.cores() / now.measured()) + " cores used by each pod")
                .orElse("not measured"));
        memory.setText(used.map(now -> Formats.bytes(now.memory() / now.measured()) + " used by each pod")
                .orElse("not measured"));
        UI ui = UI.getCurrent();
        histories
                .read(new Subject.ServicePods(service.id()), Figure.CPU_THROTTLED, TimeRange.MINUTES_15)
                .thenAccept(history -> push(ui, history));
    }

    Span cpu() {
        return cpu;
    }

    Span memory() {
        return memory;
    }

    private void push(UI ui, Observed<History> history) {
        Push.to(ui, () -> cpu.add(new Span(throttled(history))));
    }

    /** "; throttled 12 % of the time at most, in 15 min". */
    private static String throttled(Observed<History> history) {
        return history.known()
                .flatMap(known -> known.series().stream()
                        .flatMap(series -> series.points().stream())
                        .map(History.Point::value)
                        .max(Double::compare))
                .map(share -> "; throttled in up to " + Formats.percent(share) + " of periods, last 15 min")
                .orElse("; how much it is throttled is not measured");
    }
}
