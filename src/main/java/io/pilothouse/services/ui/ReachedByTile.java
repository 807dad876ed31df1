package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.NetworkService;
import io.pilothouse.fleet.Workload;
import java.util.stream.Collectors;

/** The network addresses in front of the pods of a service. */
final class ReachedByTile extends Tile {

    ReachedByTile(Workload service) {
        super("Reached by");
        if (service.networkServices().isEmpty()) {
            add(new Paragraph("No Service object leads to its pods."));
            return;
        }
        FactList facts = new FactList();
        service.networkServices().forEach(reached -> facts.fact(reached.name(), inWords(reached)));
        add(facts);
    }

    /** "ClusterIP: 80 → http, 9090". */
    static String inWords(NetworkService service) {
        return service.type()
                + service.ports().stream().map(ReachedByTile::port).collect(Collectors.joining(", ", ": ", ""));
    }

    private static String port(NetworkService.Port port) {
        String number = String.valueOf(port.number());
        return number
                + (port.target().equals(number) ? "" : " → " + port.target())
                + (port.protocol().equals("TCP") ? "" : " " + port.protocol())
                + port.nodePort().map(node -> " (node port " + node + ")").orElse("");
    }
}
