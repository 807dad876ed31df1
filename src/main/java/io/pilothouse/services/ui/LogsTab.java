package io.pilothouse.services.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.base.ui.Push;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.LogBatch;
import io.pilothouse.services.LogLine;
import io.pilothouse.services.LogStatus;
import io.pilothouse.services.LogViewer;
import io.pilothouse.services.ServiceLogs;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The logs of all pods of a service in one, followed as long as the tab is open and in front. */
final class LogsTab extends ServiceTab implements LogsBar.Listener {

    private final ServiceLogs logs;
    private final Person person;
    private final UrlState address = new UrlState();
    private final LogsBar bar = new LogsBar(address, this, this::write);
    private final Paragraph status = new Paragraph();
    private final LogLinesView lines = new LogLinesView();
    private final Div instead = new Div();
    private @Nullable LogStatus shown;
    private @Nullable WorkloadId service;

    /** Read by the thread that writes the file, which does not hold the session's lock. */
    private volatile Optional<LogViewer> viewer = Optional.empty();

    LogsTab(ServiceLogs logs, Person person) {
        this.logs = logs;
        this.person = person;
        addClassNames("ph-tab", "ph-logs");
        status.addClassName("ph-tab-answer");
        add(bar, status, instead, lines);
    }

    @Override
    void at(Location location) {
        boolean previous = bar.ofPreviousRun();
        address.at(location);
        bar.show();
        narrowed();
        if (previous != bar.ofPreviousRun()) {
            reopened();
        }
    }

    @Override
    void show(ServiceViewModel.Shown now) {
        boolean another = !now.service().id().equals(service);
        service = now.service().id();
        bar.offer(now.service().pods().stream().map(Pod::name).sorted().toList());
        if (another || viewer.isEmpty()) {
            reopened();
        }
        catchUp();
    }

    @Override
    public void narrowed() {
        lines.narrow(bar.words(), bar.level(), bar.pod());
    }

    @Override
    public void reopened() {
        close();
        lines.clear();
        WorkloadId wanted = service;
        getUI().ifPresent(ui -> {
            if (wanted != null) {
                viewer = Optional.of(logs.open(person, wanted, bar.ofPreviousRun(), whenNew(ui)));
            }
        });
    }

    @Override
    public void resumed() {
        catchUp();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        narrowed();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        close();
        super.onDetach(event);
    }

    private void close() {
        viewer.ifPresent(LogViewer::close);
        viewer = Optional.empty();
        shown = null;
    }

    /** One push at a time: what comes while it waits goes with it. */
    private Runnable whenNew(UI ui) {
        AtomicBoolean waiting = new AtomicBoolean();
        return () -> {
            if (!waiting.compareAndSet(false, true)) {
                return;
            }
            Push.to(ui, () -> {
                waiting.set(false);
                catchUp();
            });
        };
    }

    private void catchUp() {
        boolean watched = getUI().filter(LiveFleet::watched).isPresent();
        if (watched && !bar.paused()) {
            viewer.map(LogViewer::take).ifPresent(this::show);
        }
    }

    private void show(LogBatch batch) {
        if (!batch.lines().isEmpty()) {
            lines.add(batch.lines(), batch.skipped());
        }
        if (!batch.status().equals(shown)) {
            shown = batch.status();
            show(batch.status());
        }
    }

    private void show(LogStatus now) {
        instead.removeAll();
        boolean reading = now instanceof LogStatus.Reading;
        lines.setVisible(reading);
        bar.setVisible(reading);
        switch (now) {
            case LogStatus.Asking _ -> status.setText("Kubernetes is being asked whether you may see these logs …");
            case LogStatus.Denied denied -> {
                status.setText("");
                instead.add(new NotAllowed(denied.missing()));
            }
            case LogStatus.Unknown unknown -> {
                status.setText("");
                instead.add(Notice.of(unknown.failure()));
            }
            case LogStatus.Reading open -> {
                status.setText(bar.ofPreviousRun() ? LogWords.previous(open) : LogWords.following(open));
                open.failures().stream().findFirst().map(Notice::of).ifPresent(instead::add);
            }
        }
    }

    private void write(DownloadEvent event) throws IOException {
        WorkloadId of = service;
        event.setFileName((of == null ? "service" : of.name()) + ".log");
        event.setContentType("text/plain; charset=utf-8");
        try (Writer writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            for (LogLine line : viewer.map(LogViewer::kept).orElse(List.of())) {
                writer.write(line.at() + " " + line.pod() + " " + line.container() + " " + line.text() + "\n");
            }
        }
    }
}
