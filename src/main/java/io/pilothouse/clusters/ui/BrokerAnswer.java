package io.pilothouse.clusters.ui;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.fleet.Broker;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The head of a broker's page in words. */
final class BrokerAnswer {

    private BrokerAnswer() {}

    /** How it is, and what would be lost with it. */
    static Answer of(BrokerViewModel.Shown shown) {
        Health health = shown.broker().health();
        String loss = shown.broker().up()
                ? shown.loss().map(LossWords::sentence).orElse("What would be lost with it is not known.")
                : held(shown.broker());
        if (health.state() == HealthState.HEALTHY) {
            return new Answer(
                    shown.broker().load().known().isPresent()
                            ? "Up, and all its replicas are in sync"
                            : "Up; its replicas are not known",
                    loss);
        }
        String reason = health.reason().isEmpty() ? health.state().word() : health.reason();
        return new Answer(Character.toUpperCase(reason.charAt(0)) + reason.substring(1), health.since(), loss);
    }

    /** "broker, active controller · zone a · node-a1". */
    static String subtitle(BrokerViewModel.Shown shown) {
        return Stream.of(
                        Optional.of(BrokerWords.rolesInWords(shown.broker()).text())
                                .filter(roles -> !roles.equals(Formats.ABSENT)),
                        shown.seen().zone().map(PlacementWords::zone),
                        shown.seen().node())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String held(Broker broker) {
        return broker.load()
                .known()
                .map(load -> "It holds " + Formats.counted(load.replicas(), "replica") + ", of which "
                        + Formats.count(load.outOfSync()) + (load.outOfSync() == 1 ? " is" : " are")
                        + " not in sync.")
                .orElse("What it holds is not known.");
    }
}
