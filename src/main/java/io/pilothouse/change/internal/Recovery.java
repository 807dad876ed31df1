package io.pilothouse.change.internal;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.change.Change;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.change.spi.Unanswered;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out from the cluster whether a change was done of which nobody heard. */
@Component
class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final Previewing previewing;

    Recovery(Previewing previewing) {
        this.previewing = previewing;
    }

    /** What is found. */
    sealed interface Found {}

    /** The object is as it was meant to become. */
    record Done(long generation) implements Found {}

    /** It is not. */
    record NotDone() implements Found {}

    /** The API server does not tell. */
    record Unknown() implements Found {}

    Found look(AuditRecord requested, Change change) {
        try {
            Material material = previewing.material(change);
            if (goneForGood(change, material)) {
                return new Done(0);
            }
            Write write = change.write(material);
            Optional<LiveObject> now = previewing.read(write.target());
            return Differences.inPlace(write, requested.fields(), now)
                    ? new Done(material.object().map(LiveObject::generation).orElse(0L))
                    : new NotDone();
        } catch (Unanswered e) {
            log.debug("{} cannot be looked at now", change.target(), e);
            return new Unknown();
        } catch (Unfit e) {
            log.debug("{} is no longer fit for the change", change.target(), e);
            return new NotDone();
        }
    }

    private static boolean goneForGood(Change change, Material material) {
        Optional<String> present = material.object().map(LiveObject::uid);
        return change.pinnedUid()
                .filter(uid -> !present.equals(Optional.of(uid)))
                .isPresent();
    }
}
