package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.Batch;

/** The runs of a Job or CronJob that Kubernetes still keeps, newest first. */
final class RunsTile extends Tile {

    private static final int SHOWN = 6;

    RunsTile(Batch batch) {
        super("Runs");
        BatchWords.remark(batch).map(Paragraph::new).ifPresent(this::add);
        FactList facts = new FactList();
        batch.runs().stream().limit(SHOWN).forEach(run -> facts.fact(run.name(), line(run)));
        add(facts);
    }

    private static Div line(Batch.Run run) {
        Div line = new Div(new Span(BatchWords.run(run)), new Span(" · "), RelativeTime.ago(run.begun()));
        line.addClassName("ph-remark");
        return line;
    }
}
