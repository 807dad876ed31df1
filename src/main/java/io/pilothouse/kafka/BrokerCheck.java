package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/** Tells of each broker whether it answers itself. The controller misses a dead one only after its session timeout, 9 s by default. */
final class BrokerCheck {

    private final Duration deadline;
    private final Diagnosis diagnosis;
    private final Clock clock;
    private final Map<Integer, Observed<Instant>> answered = new HashMap<>();
    private Set<Integer> reachable = Set.of();

    BrokerCheck(Duration deadline, Diagnosis diagnosis, Clock clock) {
        this.deadline = deadline;
        this.diagnosis = diagnosis;
        this.clock = clock;
    }

    /**
     * Asks the brokers that were reachable before, and waits for the first to answer. With it, the client has a broker to turn to that is
     * free: while all others are busy, it would choose one that hangs.
     */
    SignsOfLife begin(Admin admin) {
        var signs = new SignsOfLife(admin, deadline);
        signs.ask(reachable);
        signs.awaitFirst();
        return signs;
    }

    /** Asks the brokers that were not asked yet, but for fenced ones, which the client does not reach. */
    void complete(SignsOfLife signs, List<Node> nodes) {
        reachable =
                nodes.stream().filter(node -> !node.isFenced()).map(Node::id).collect(Collectors.toUnmodifiableSet());
        signs.ask(reachable);
        signs.awaitFirst();
    }

    /** After nobody answered, so that the next reading does not begin by waiting for these. */
    void forgetWhoIsReachable() {
        reachable = Set.of();
    }

    /** Waits for the answers, and says of each broker whether it gave one; by id. */
    List<KafkaNodeFacts> facts(SignsOfLife signs, List<Node> nodes) {
        Map<Node, NoAnswer> silences = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node.isFenced()) {
                failed(node, fenced(node.id()));
            } else {
                signs.silence(node.id()).ifPresentOrElse(silence -> silences.put(node, silence), () -> answered(node));
            }
        }
        explain(silences);
        answered.keySet().retainAll(nodes.stream().map(Node::id).toList());
        return nodes.stream()
                .sorted(Comparator.comparingInt(Node::id))
                .map(this::facts)
                .toList();
    }

    private void answered(Node node) {
        answered.put(node.id(), new Observed.Fresh<>(clock.instant(), clock.instant()));
    }

    private void failed(Node node, Failure failure) {
        answered.merge(node.id(), new Observed.Missing<>(failure), (before, _) -> before.after(failure));
    }

    private void explain(Map<Node, NoAnswer> silences) {
        Map<Address, Finding> findings =
                diagnosis.look(silences.keySet().stream().map(Address::of).toList());
        silences.forEach((node, silence) -> Optional.ofNullable(findings.get(Address.of(node)))
                .ifPresent(finding -> failed(node, diagnosis.ofBroker(node.id(), finding, silence))));
    }

    private Failure fenced(int broker) {
        return new Failure(
                Failure.Kind.UNREACHABLE,
                "Broker " + broker + " is fenced by the controller",
                "It takes no part in the cluster: its heartbeats stopped, it shuts down, or it has yet to catch up.",
                "Look at the broker's log if it should run.",
                "",
                clock.instant());
    }

    private KafkaNodeFacts facts(Node node) {
        return new KafkaNodeFacts(
                node.id(),
                node.host(),
                node.port(),
                Optional.ofNullable(node.rack()),
                node.isFenced(),
                Optional.ofNullable(answered.get(node.id())).orElseThrow());
    }
}
