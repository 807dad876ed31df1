package io.pilothouse.change.internal;

import io.pilothouse.access.Person;
import io.pilothouse.base.Failure;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.Basis;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.FieldConflict;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.change.spi.ClusterWrites;
import io.pilothouse.change.spi.Unanswered;
import io.pilothouse.change.spi.WriteAnswer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a change to the cluster, against exactly what the person has seen of the object. */
@Component
class Performing {

    /** The status of an object may change between reading and writing; what people decide of it may not. */
    private static final int TRIES = 10;

    /** As far as is known, only its status has changed. */
    private static final Outdated SAME_SPEC = new Outdated(List.of());

    private final Previewing previewing;
    private final ClusterWrites writes;

    Performing(Previewing previewing, ClusterWrites writes) {
        this.previewing = previewing;
        this.writes = writes;
    }

    /** What came of it. */
    sealed interface Outcome {}

    /** @param generation of the target now; 0 for a kind that does not count */
    record Taken(long generation) implements Outcome {}

    /** @param since what has changed since the person saw the object */
    record Outdated(List<FieldChange> since) implements Outcome {}

    record Contested(List<FieldConflict> conflicts) implements Outcome {}

    record Refused(Failure failure) implements Outcome {}

    /** Nobody can tell whether it was done. */
    record Unheard(Failure failure) implements Outcome {}

    Outcome perform(Person person, ChangeRequest request, Look.Possible look) {
        Outcome outcome = write(person, request.change(), look.material(), look.write());
        for (int attempt = 1; outcome.equals(SAME_SPEC) && attempt < TRIES; attempt++) {
            outcome = again(person, request);
        }
        return outcome;
    }

    private Outcome again(Person person, ChangeRequest request) {
        try {
            Material material = previewing.material(request.change());
            Basis now = Basis.of(material.object());
            return now.equals(request.basis())
                    ? write(person, request.change(), material, request.change().write(material))
                    : new Outdated(request.basis().since(now));
        } catch (Unanswered e) {
            return new Refused(e.failure());
        } catch (Unfit e) {
            return new Refused(previewing.unfit(e));
        }
    }

    private Outcome write(Person person, Change change, Material material, Write write) {
        Optional<LiveObject> seen = Previewing.written(change, write, material);
        return switch (writes.perform(person, write, seen)) {
            case WriteAnswer.Taken taken -> new Taken(generation(change, write, material, taken.object()));
            case WriteAnswer.Outdated _ -> SAME_SPEC;
            case WriteAnswer.Contested contested -> new Contested(contested.conflicts());
            case WriteAnswer.Refused refused -> new Refused(refused.failure());
            case WriteAnswer.Unheard unheard -> new Unheard(unheard.failure());
        };
    }

    /** A subresource answers without it; but since the write was good for one version only, it can be counted. */
    private static long generation(Change change, Write write, Material material, LiveObject answer) {
        if (answer.text("kind").filter(change.target().kind()::equals).isPresent()) {
            return answer.generation();
        }
        long before = material.object().map(LiveObject::generation).orElse(0L);
        boolean changes = write instanceof Write.Patch
                && !Differences.of(write, material.object(), answer).isEmpty();
        return changes ? before + 1 : before;
    }
}
