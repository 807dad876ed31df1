package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.base.ui.list.CellText;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.ui.FleetNavigation;
import io.pilothouse.fleet.ui.LagWords;
import java.util.List;
import java.util.Optional;

/** Where a service writes to, as its producers' own metrics tell; Kafka itself does not know. */
final class WritesTile extends Tile {

    WritesTile(List<Flow> writes, Optional<Failure> unmeasured) {
        super("Writes to");
        if (writes.isEmpty()) {
            add(new Paragraph(unmeasured
                    .map(failure -> "Not known: " + failure.summary() + ".")
                    .orElse("Not known: Prometheus has no metrics of Kafka producers in its pods.")));
            return;
        }
        FactList facts = new FactList();
        writes.forEach(flow -> facts.fact(
                new Anchor(FleetNavigation.topic(flow.topic()), flow.topic().name()),
                CellText.of(LagWords.rate(flow.rate()))));
        add(facts);
    }
}
