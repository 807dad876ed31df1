package io.pilothouse.change.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.Sight;
import io.pilothouse.access.Sights;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.base.Failure;
import io.pilothouse.base.FieldChange;
import io.pilothouse.base.Observed;
import io.pilothouse.change.Basis;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.FieldOwner;
import io.pilothouse.change.Guard;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Preview;
import io.pilothouse.change.Situation;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.change.spi.ClusterWrites;
import io.pilothouse.change.spi.Unanswered;
import io.pilothouse.change.spi.WriteAnswer;
import io.pilothouse.fleet.FleetStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out what a change would do, and whether anything stands against it. Changes nothing. */
@Component
class Previewing {

    private static final int TRIES = 10;

    /** How long it is waited for what the person may see: the checks find nothing else. */
    private static final Duration FIRST_REVIEW = Duration.ofSeconds(3);

    private final AccessReviews reviews;
    private final ClusterWrites writes;
    private final FleetStore fleets;
    private final Sights sights;
    private final List<Guard> guards;
    private final Clock clock;

    Previewing(
            AccessReviews reviews,
            ClusterWrites writes,
            FleetStore fleets,
            Sights sights,
            List<Guard> guards,
            Clock clock) {
        this.reviews = reviews;
        this.writes = writes;
        this.fleets = fleets;
        this.sights = sights;
        this.guards = List.copyOf(guards);
        this.clock = clock;
    }

    /** Blocks for as long as the questions take, each within its deadline. */
    Look look(Person person, Change change) {
        if (sights.awaited(person, FIRST_REVIEW) instanceof Observed.Missing<Sight>(Failure failure)) {
            return new Look.Impossible(failure);
        }
        try {
            List<Right> missing = missing(person, change);
            return missing.isEmpty() ? tryOut(person, change) : new Look.Denied(missing);
        } catch (Undecided e) {
            return new Look.Impossible(e.failure());
        } catch (Unanswered e) {
            return new Look.Impossible(e.failure());
        } catch (Unfit e) {
            return new Look.Impossible(unfit(e));
        }
    }

    /** During a rollout the object's status may change between reading and trying. */
    private Look tryOut(Person person, Change change) throws Unanswered, Unfit {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Material material = material(change);
            Write write = change.write(material);
            Optional<LiveObject> written = written(change, write, material);
            WriteAnswer answer = writes.tryOut(person, write, written);
            if (!(answer instanceof WriteAnswer.Outdated)) {
                return look(person, change, material, write, answer);
            }
        }
        return new Look.Impossible(busy());
    }

    private Look look(Person person, Change change, Material material, Write write, WriteAnswer answer) {
        return switch (answer) {
            case WriteAnswer.Taken taken ->
                possible(
                        person,
                        change,
                        material,
                        write,
                        Differences.of(write, written(change, write, material), taken.object()));
            case WriteAnswer.Contested contested -> new Look.Contested(contested.conflicts());
            case WriteAnswer.Refused refused ->
                new Look.Impossible(refused.failure(), checks(person, change, material, List.of(), List.of()));
            case WriteAnswer.Unheard unheard -> new Look.Impossible(unheard.failure());
            case WriteAnswer.Outdated _ -> new Look.Impossible(busy());
        };
    }

    /** The rights among these that the person does not have. */
    List<Right> missing(Person person, Change change) throws Undecided {
        List<Right> missing = new ArrayList<>();
        for (Right right : Stream.concat(Stream.of(change.target().right("get")), change.rights().stream())
                .toList()) {
            if (!reviews.allows(person, right)) {
                missing.add(right);
            }
        }
        return missing;
    }

    /** What a change is made from, as it is now. */
    Material material(Change change) throws Unanswered {
        Optional<LiveObject> object = writes.read(change.target());
        Map<Target, LiveObject> others = new HashMap<>();
        for (Target other : change.reads()) {
            writes.read(other).ifPresent(found -> others.put(other, found));
        }
        return new Material(object, Map.copyOf(others));
    }

    /** The object as it is now. */
    Optional<LiveObject> read(Target target) throws Unanswered {
        return writes.read(target);
    }

    /** The object that the write is about, as it is now. */
    static Optional<LiveObject> written(Change change, Write write, Material material) {
        return write.target().equals(change.target())
                ? material.object()
                : Optional.ofNullable(material.others().get(write.target()));
    }

    private Look possible(Person person, Change change, Material material, Write write, List<FieldChange> fields) {
        List<FieldOwner> owners = FieldOwners.of(written(change, write, material), fields);
        List<FieldConflict> conflicts = FieldOwners.conflicts(owners, fields, change);
        if (!conflicts.isEmpty()) {
            return new Look.Contested(conflicts);
        }
        List<Check> checks = checks(person, change, material, fields, owners);
        Preview preview = new Preview(change, fields, checks, owners, Basis.of(material.object()), clock.instant());
        return new Look.Possible(preview, material, write);
    }

    private List<Check> checks(
            Person person, Change change, Material material, List<FieldChange> fields, List<FieldOwner> owners) {
        Sight sight = sights.of(person).known().orElse(Sight.NOTHING);
        Situation situation = new Situation(new VisibleFleet(fleets.current(), sight), material, fields, owners);
        return guards.stream()
                .flatMap(guard -> guard.look(change, situation).stream())
                .toList();
    }

    Failure unfit(Unfit cause) {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                String.valueOf(cause.getMessage()),
                "Nothing was changed.",
                "Look at the object as it is now, and choose again.",
                "",
                clock.instant());
    }

    private Failure busy() {
        return new Failure(
                Failure.Kind.UNEXPECTED,
                "The object changes faster than it can be looked at",
                "Nothing was changed.",
                "Try again in a moment.",
                "",
                clock.instant());
    }
}
