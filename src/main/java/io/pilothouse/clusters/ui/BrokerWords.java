package io.pilothouse.clusters.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.Broker;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How facts of brokers are put into words. */
final class BrokerWords {

    private static final double PERCENT = 100;
    private static final String CONTROLLER = Broker.Role.CONTROLLER.name().toLowerCase(Locale.ROOT);

    private BrokerWords() {}

    /** Why it is in its state, and for how long where that matters. */
    static Cell.Text why(Broker broker) {
        String reason = broker.health().reason();
        Cell.Text text = Cell.text(reason).in(Cell.Tone.DIM).hint(reason);
        return broker.health().state() == HealthState.HEALTHY
                ? text
                : broker.health().since().map(text::asOf).orElse(text);
    }

    /** Its roles as they stand in an address, in Kafka's words. */
    static Stream<String> roles(Broker broker) {
        return broker.roles().stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT));
    }

    /** "broker, controller"; "broker, active controller". */
    static Cell.Text rolesInWords(Broker broker) {
        if (broker.roles().isEmpty()) {
            return Cell.absent("Neither Kafka nor a node pool tells its roles.");
        }
        String roles = roles(broker)
                .map(role -> broker.activeController() && role.equals(CONTROLLER) ? "active " + role : role)
                .collect(Collectors.joining(", "));
        return Cell.text(roles).hint(roles);
    }

    /** "12 records"; Prometheus tells it, so that it may be absent where the rest is known. */
    static Cell.Text lag(Observed<Broker.Load> load) {
        boolean silent = load.known().flatMap(Broker.Load::lagging).isEmpty();
        return silent && load.known().isPresent()
                ? Cell.absent("Prometheus has no follower lag of it.")
                : Cell.observed(load, known -> Formats.count(known.lagging().orElse(0L)));
    }

    /** "12.3 GB, 61 %"; without a share where the broker does not tell its volumes' size. */
    static Cell.Text disk(Observed<Broker.Disk> disk) {
        Cell.Text text = Cell.observed(disk, BrokerWords::used);
        return disk.problem().isPresent()
                ? text
                : text.hint(disk.known().map(BrokerWords::space).orElse(""));
    }

    private static String used(Broker.Disk disk) {
        String used = Formats.bytes(disk.used().bytes());
        return disk.capacity()
                .filter(capacity -> capacity.bytes() > 0)
                .map(capacity -> used + ", " + Math.round(PERCENT * disk.used().bytes() / capacity.bytes()) + " %")
                .orElse(used);
    }

    private static String space(Broker.Disk disk) {
        String capacity = disk.capacity()
                .map(bytes -> "Its volumes hold " + Formats.bytes(bytes.bytes()))
                .orElse("It does not tell the size of its volumes");
        return disk.free()
                .map(bytes -> capacity + ", " + Formats.bytes(bytes.bytes()) + " are free.")
                .orElse(capacity + ".");
    }
}
