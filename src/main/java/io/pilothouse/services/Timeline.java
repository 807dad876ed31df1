package io.pilothouse.services;

import io.pilothouse.access.Look;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedObject;
import io.pilothouse.audit.Stage;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.FieldWriter;
import io.pilothouse.fleet.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was done to a service and what happened to it: changes through this console, what others wrote, as far as the object's managed fields
 * tell, and the events that matter.
 */
public final class Timeline {

    /** The name under which this console writes. */
    private static final String CONSOLE = "pilothouse";

    /** Managed fields tell times to the second, and clocks differ. */
    private static final Duration SAME = Duration.ofSeconds(15);

    private static final Set<String> BY_ROTE = Set.of("Pod", "ReplicaSet");

    private Timeline() {}

    /**
     * Newest first. Without events for who may not list them.
     *
     * @param changes all that are known
     */
    public static List<Happening> of(Workload service, VisibleFleet fleet, List<FollowedChange> changes) {
        ServiceEvents events = ServiceEvents.about(service);
        boolean seesPods = fleet.seesPods(service.id().namespace());
        List<FollowedChange> own = changes.stream()
                .filter(change -> concerns(change, service, events, seesPods))
                .toList();
        return Stream.of(
                        own.stream().map(Timeline::change),
                        service.writers().stream()
                                .filter(writer -> !isOurs(writer, own))
                                .flatMap(writer -> writer.at().map(at -> write(writer, at)).stream()),
                        events(service, fleet))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Happening::at).reversed().thenComparing(Happening::id))
                .toList();
    }

    private static boolean concerns(FollowedChange change, Workload service, ServiceEvents events, boolean seesPods) {
        AuditedObject object = change.recorded().latest().object();
        return object.namespace().equals(service.id().namespace())
                && events.concerns(new Event.Subject(object.kind(), object.name()))
                && (seesPods || !object.kind().equals("Pod"));
    }

    private static Happening change(FollowedChange change) {
        AuditRecord latest = change.recorded().latest();
        return new Happening(
                "change " + latest.change(),
                change.recorded().begun(),
                latest.title(),
                latest.user(),
                Happening.Way.CONSOLE,
                Optional.of(latest.stage().word()),
                Optional.of(latest.change()),
                latest.stage() == Stage.FAILED);
    }

    private static boolean isOurs(FieldWriter writer, List<FollowedChange> own) {
        return writer.manager().equals(CONSOLE)
                && own.stream()
                        .flatMap(change -> change.recorded().records().stream())
                        .anyMatch(record -> writer.at()
                                .filter(at -> isNear(record.at(), at))
                                .isPresent());
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SAME) <= 0;
    }

    /** Others that wrote it, of which nobody tells when. */
    public static List<FieldWriter> undated(Workload service) {
        return service.writers().stream()
                .filter(writer -> writer.at().isEmpty())
                .filter(writer -> !writer.manager().equals(CONSOLE))
                .toList();
    }

    private static Happening write(FieldWriter writer, Instant at) {
        String more = writer.more() == 0 ? "" : " and " + writer.more() + " more";
        return new Happening(
                "write " + writer.manager() + " " + writer.applies() + " " + at + " " + writer.fields(),
                at,
                (writer.applies() ? "Applied " : "Wrote ") + String.join(", ", writer.fields()) + more,
                writer.manager(),
                Happening.Way.OUTSIDE,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Stream<Happening> events(Workload service, VisibleFleet fleet) {
        return ServiceEvents.of(service, fleet) instanceof Look.Seen<List<Event>> seen
                ? seen.content().stream().filter(Timeline::matters).map(Timeline::event)
                : Stream.empty();
    }

    /** What its pods do by rote is left to the list of events. */
    private static boolean matters(Event event) {
        return event.type() == Event.Type.WARNING
                || !BY_ROTE.contains(event.subject().kind());
    }

    private static Happening event(Event event) {
        String times = event.count() > 1 ? " (" + event.count() + " times)" : "";
        return new Happening(
                "event " + event.name(),
                event.last(),
                event.reason() + ": " + event.message() + times,
                event.source(),
                Happening.Way.EVENT,
                Optional.empty(),
                Optional.empty(),
                event.type() == Event.Type.WARNING);
    }
}
