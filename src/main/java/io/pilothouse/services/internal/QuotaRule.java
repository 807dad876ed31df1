package io.pilothouse.services.internal;

import io.pilothouse.change.Check;
import io.pilothouse.fleet.Headroom;
import io.pilothouse.fleet.Workload;
import java.util.Optional;

/** Whether the namespace's quotas let the new pods be made. */
final class QuotaRule {

    private QuotaRule() {}

    /** Empty where no quota limits it, or no pod is added. */
    static Optional<Check> check(Workload service, int wanted) {
        int added = wanted - service.pods().size();
        return service.headroom().filter(_ -> added > 0).map(room -> check(room, added));
    }

    private static Check check(Headroom room, int added) {
        int refused = added - room.pods();
        String evidence = "room for " + room.pods() + " more by " + room.resource();
        return refused > 0
                ? Check.warn(
                        refused + " of " + added + " new pods would be refused: quota " + room.quota() + " is used up",
                        evidence)
                : Check.pass(
                        "Quota " + room.quota() + " has room for " + added + (added == 1 ? " more pod" : " more pods"),
                        evidence);
    }
}
