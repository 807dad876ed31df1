package io.pilothouse.change;

import io.pilothouse.access.Person;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.audit.AuditedObject;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.fleet.WorkloadKind;

/** Which changes a person may see: their own, and those of objects that they may see. */
public final class VisibleChanges {

    private VisibleChanges() {}

    /** Whether the person sees this one. */
    public static boolean sees(FollowedChange change, Person person, VisibleFleet fleet) {
        AuditedObject object = change.recorded().latest().object();
        return change.recorded().latest().user().equals(person.name())
                || fleet.sight().sees(kind(object), object.namespace());
    }

    /** What decides about the object: a pod is read as such, a node pool as the Kafka that it belongs to, and what scales or guards a service as Deployments are. */
    private static ReadableKind kind(AuditedObject object) {
        return switch (object.kind()) {
            case "Pod" -> ReadableKind.PODS;
            case "Kafka", "KafkaNodePool" -> ReadableKind.KAFKAS;
            default -> WorkloadKind.ofKind(object.kind()).map(ReadableKind::of).orElse(ReadableKind.DEPLOYMENTS);
        };
    }
}
