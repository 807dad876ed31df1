package io.pilothouse.services.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Push;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.LogLine;
import io.pilothouse.services.LogViewer;
import io.pilothouse.services.ServiceLogs;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The last lines of the newest pod of a service that fails; invisible without any, or for who may not see them. */
final class FailingPodsLog extends Div {

    private static final int LINES = 12;

    private final ServiceLogs logs;
    private final LiveFleet live;
    private final Person person;
    private final WorkloadId service;
    private final Span title = new Span();
    private final Pre lines = new Pre();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private Optional<LogViewer> viewer = Optional.empty();

    FailingPodsLog(ServiceLogs logs, LiveFleet live, Person person, WorkloadId service) {
        this.logs = logs;
        this.live = live;
        this.person = person;
        this.service = service;
        addClassName("ph-last-lines");
        lines.getElement().setAttribute("tabindex", "0");
        lines.getElement().setAttribute("aria-label", "Last lines of the log");
        Anchor all = new Anchor(ServicesNavigation.details(service) + "?tab=logs", "All logs");
        add(new Div(title, all), lines);
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        close();
        viewer = Optional.of(logs.open(person, service, false, () -> push(ui)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        close();
        super.onDetach(event);
    }

    private void close() {
        viewer.ifPresent(LogViewer::close);
        viewer = Optional.empty();
    }

    private void push(UI ui) {
        if (!waiting.compareAndSet(false, true)) {
            return;
        }
        Push.to(ui, () -> {
            waiting.set(false);
            failing().ifPresent(this::show);
        });
    }

    private Optional<Pod> failing() {
        return live.now(person).fleet().fleet().workload(service).map(Workload::pods).orElse(List.of()).stream()
                .filter(pod -> pod.health().state() == HealthState.FAILING)
                .max(Comparator.comparing(Pod::created));
    }

    private void show(Pod pod) {
        List<LogLine> own = viewer.map(LogViewer::kept).orElse(List.of()).stream()
                .filter(line -> line.pod().equals(pod.name()))
                .toList();
        if (!own.isEmpty()) {
            title.setText("Last lines of " + pod.name());
            lines.setText(own.stream()
                    .skip(Math.max(0, own.size() - LINES))
                    .map(LogLine::text)
                    .collect(Collectors.joining("\n")));
            setVisible(true);
        }
    }
}
