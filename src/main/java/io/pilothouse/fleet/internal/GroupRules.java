package io.pilothouse.fleet.internal;

import io.pilothouse.base.Health;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.ConsumerGroup.Membership;
import io.pilothouse.fleet.Lag;
import java.time.Duration;
import java.util.Optional;

/** What state a group of consumers is in: whether it is whole, and whether it keeps up. */
final class GroupRules {

    /** A group that reads what is older than this falls behind, unless it catches up. */
    static final Duration BEHIND = Duration.ofMinutes(1);

    private GroupRules() {}

    static Health health(ConsumerGroup.Type type, Observed<Membership> membership, Observed<Lag> lag) {
        return switch (membership) {
            case Observed.Missing<Membership>(var failure) -> Health.unknown(failure.summary());
            case Observed.Stale<Membership> stale ->
                Health.unknown("its coordinator does not answer")
                        .since(stale.failure().since());
            case Observed.Fresh<Membership> fresh -> health(type, fresh.content(), lag.known());
        };
    }

    private static Health health(ConsumerGroup.Type type, Membership membership, Optional<Lag> lag) {
        return switch (membership.state()) {
            case "PreparingRebalance", "CompletingRebalance", "Assigning", "Reconciling" ->
                Health.progressing("rebalancing");
            case "NotReady" -> Health.degraded("not ready: topics that its topology needs are missing");
            case "Empty" -> empty(lag);
            case "Dead" -> Health.progressing("being deleted");
            default -> lag.flatMap(GroupRules::behind).orElseGet(() -> Health.healthy(idle(type, membership)));
        };
    }

    private static Health empty(Optional<Lag> lag) {
        return lag.filter(known -> known.messages().orElse(0) > 0).isPresent()
                ? Health.degraded("has no members, so nobody reads what waits")
                : Health.healthy("has no members");
    }

    private static Optional<Health> behind(Lag lag) {
        if (lag.messages().orElse(0) == 0 || lag.delay().atLeast().compareTo(BEHIND) < 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (lag.trend()) {
                    case GROWING -> Health.degraded("falls further behind");
                    case STEADY -> Health.degraded("behind, and does not catch up");
                    case SHRINKING ->
                        lag.catchUp() instanceof CatchUp.Never
                                ? Health.degraded("catches up in all, but not in each partition")
                                : Health.progressing("catches up");
                    case UNKNOWN -> Health.degraded("behind");
                });
    }

    /** Members without partitions only wait; that is meant for some, so it is a remark and no trouble. */
    private static String idle(ConsumerGroup.Type type, Membership membership) {
        int idle = type == ConsumerGroup.Type.SHARE ? 0 : membership.idle();
        int members = membership.members().size();
        return switch (idle) {
            case 0 -> "";
            case 1 -> "1 of " + members + " members has nothing to read";
            default -> idle + " of " + members + " members have nothing to read";
        };
    }
}
