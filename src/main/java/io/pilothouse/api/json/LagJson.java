package io.pilothouse.api.json;

import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.Lag;
import org.jspecify.annotations.Nullable;

/** How far a group is behind, over all its partitions. */
public record LagJson(
        Known<Long> messages,
        int partitionsUnknown,
        @Nullable PartitionRef worst,
        DelayJson delay,
        Known<Double> consumedPerSecond,
        Known<Double> producedPerSecond,
        String trend,
        CatchUpJson catchUp) {

    private static final String NOT_LONG_ENOUGH = "It has not been watched for long enough.";

    /**
     * When it will have read all.
     *
     * @param outcome {@code done}, {@code in}, {@code never} or {@code unknown}
     * @param seconds how long it takes; null unless the outcome is {@code in}
     * @param reason why it is not known; null when it is
     */
    public record CatchUpJson(
            String outcome,
            @Nullable Double seconds,
            @Nullable Reason reason) {
        private static CatchUpJson of(CatchUp catchUp) {
            return switch (catchUp) {
                case CatchUp.Done _ -> new CatchUpJson("done", null, null);
                case CatchUp.In in -> new CatchUpJson("in", DelayJson.seconds(in.time()), null);
                case CatchUp.Never _ -> new CatchUpJson("never", null, null);
                case CatchUp.Unknown unknown -> new CatchUpJson("unknown", null, Reason.notTold(unknown.reason()));
            };
        }
    }

    static LagJson of(Lag lag) {
        return new LagJson(
                Known.of(lag.messages(), "The lag of none of its partitions is known."),
                lag.unknown(),
                lag.worst().map(PartitionRef::of).orElse(null),
                DelayJson.of(lag.delay()),
                Known.of(lag.consumed(), NOT_LONG_ENOUGH),
                Known.of(lag.produced(), NOT_LONG_ENOUGH),
                Words.of(lag.trend()),
                CatchUpJson.of(lag.catchUp()));
    }
}
