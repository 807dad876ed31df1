package io.pilothouse.fleet;

import java.util.List;

/**
 * A partition whose replicas are being moved (KIP-455).
 *
 * @param adding ids of the brokers that are to hold it and have yet to catch up
 * @param removing ids of the brokers that hold it until then
 */
public record Reassignment(PartitionId partition, List<Integer> adding, List<Integer> removing) {

    public Reassignment {
        adding = List.copyOf(adding);
        removing = List.copyOf(removing);
    }
}
