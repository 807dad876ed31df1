package io.pilothouse.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The controllers of a Kafka cluster and all who follow its metadata log (KIP-595), as its leader tells (KIP-836).
 *
 * @param leader the node id of the active controller
 * @param epoch counts up with each election
 * @param replicas voters and observers, by id
 */
public record Quorum(int leader, long epoch, List<Replica> replicas) {

    public Quorum {
        replicas = List.copyOf(replicas);
    }

    /**
     * A node that keeps the metadata log.
     *
     * @param voter whether it votes; observers, brokers most often, only follow
     * @param logEnd the offset its next record gets; empty while the leader does not know it
     * @param caughtUp when it last had all that the leader had, by the leader's clock; empty if that was never
     */
    public record Replica(int id, boolean voter, Optional<Long> logEnd, Optional<Instant> caughtUp) {}

    /** Ids of those who vote. */
    public Set<Integer> voters() {
        return replicas.stream().filter(Replica::voter).map(Replica::id).collect(Collectors.toUnmodifiableSet());
    }

    /** One who keeps the log, if the leader knows it. */
    public Optional<Replica> replica(int id) {
        return replicas.stream().filter(replica -> replica.id() == id).findFirst();
    }

    /** How many records of the metadata log it has yet to fetch: {@code leader's log end - its log end}, as kafka-metadata-quorum.sh counts. */
    public Optional<Long> lag(Replica replica) {
        return replica(leader)
                .flatMap(Replica::logEnd)
                .flatMap(end -> replica.logEnd().map(own -> Math.max(0, end - own)));
    }

    /** For how long it has not had all: {@code when the leader had all - when it had}, both by the leader's clock. */
    public Optional<Duration> behind(Replica replica) {
        return replica(leader)
                .flatMap(Replica::caughtUp)
                .flatMap(now ->
                        replica.caughtUp().map(own -> own.isAfter(now) ? Duration.ZERO : Duration.between(own, now)));
    }
}
