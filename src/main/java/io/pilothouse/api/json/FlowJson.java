package io.pilothouse.api.json;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.Flow.Direction;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Records that go from a service to a topic, or the other way. */
public record FlowJson(String service, String topic, Known<Double> recordsPerSecond) {

    private static final String UNMEASURED =
            "Kafka does not tell who writes, and Prometheus has no metrics of producers here.";

    private static FlowJson of(Flow flow) {
        return new FlowJson(
                ServiceJson.self(flow.service()),
                TopicJson.self(flow.topic()),
                Known.of(flow.rate(), "It has not been watched for long enough, or nobody tells."));
    }

    /** What a service reads, as the members of groups tell. */
    static Known<List<FlowJson>> reads(WorkloadId service, VisibleFleet fleet) {
        List<FlowJson> reads =
                flows(fleet, Direction.READS, flow -> flow.service().equals(service));
        return fleet.groupsProblem()
                .filter(_ -> reads.isEmpty())
                .map(failure -> Known.<List<FlowJson>>unknown(failure))
                .orElseGet(() -> Known.of(reads));
    }

    /** What a service is known to write to. */
    static Known<List<FlowJson>> writes(WorkloadId service, VisibleFleet fleet) {
        return measured(flows(fleet, Direction.WRITES, flow -> flow.service().equals(service)));
    }

    /** Who is known to write to a topic. */
    static Known<List<FlowJson>> writers(TopicId topic, VisibleFleet fleet) {
        return measured(flows(fleet, Direction.WRITES, flow -> flow.topic().equals(topic)));
    }

    private static Known<List<FlowJson>> measured(List<FlowJson> writes) {
        return Known.of(Optional.of(writes).filter(known -> !known.isEmpty()), UNMEASURED);
    }

    private static List<FlowJson> flows(VisibleFleet fleet, Direction direction, Predicate<Flow> wanted) {
        return fleet.flows()
                .filter(flow -> flow.direction() == direction)
                .filter(wanted)
                .sorted()
                .map(FlowJson::of)
                .toList();
    }
}
