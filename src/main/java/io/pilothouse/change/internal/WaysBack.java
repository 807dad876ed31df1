package io.pilothouse.change.internal;

import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.Stage;
import io.pilothouse.change.WayBack;
import io.pilothouse.fleet.FleetStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what takes a change back that was done. */
@Component
class WaysBack {

    private final ChangeCodec codec;
    private final FleetStore fleets;

    WaysBack(ChangeCodec codec, FleetStore fleets) {
        this.codec = codec;
        this.fleets = fleets;
    }

    Optional<WayBack> of(AuditedChange change) {
        if (change.records().stream().noneMatch(record -> record.stage() == Stage.APPLIED)) {
            return Optional.empty();
        }
        AuditRecord latest = change.latest();
        return codec.read(latest.kind(), latest.request())
                .flatMap(written -> written.change().wayBack(latest.fields(), fleets.current()));
    }
}
