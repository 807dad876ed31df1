package io.pilothouse.fleet;

import io.pilothouse.base.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Kafka cluster tells of its inner workings, beside its topics and groups. Each part is asked for on its own, so that each may be old
 * or missing alone.
 *
 * @param quorum its controllers and all who follow them
 * @param reassignments partitions on the move, by partition
 * @param transactions transactions that have been open for more than ten seconds
 * @param settings what each broker says of its settings, by broker id; those that were never asked are not in it
 */
public record Coordination(
        Observed<Quorum> quorum,
        Observed<List<Reassignment>> reassignments,
        Observed<List<OpenTransaction>> transactions,
        Map<Integer, Observed<BrokerSettings>> settings) {

    public Coordination {
        settings = Map.copyOf(settings);
    }

    /** The settings of one broker, if it was ever asked. */
    public Optional<Observed<BrokerSettings>> settings(int broker) {
        return Optional.ofNullable(settings.get(broker));
    }
}
