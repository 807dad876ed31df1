package io.pilothouse.api;

import io.pilothouse.api.json.ChangeJson;
import io.pilothouse.api.json.WayBackJson;
import io.pilothouse.change.ChangeKinds;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Changes.FollowedChange;
import org.springframework.stereotype.Component;

/** Changes as the API shows them. */
@Component
class ChangesInJson {

    private final Changes changes;
    private final ChangeKinds kinds;

    ChangesInJson(Changes changes, ChangeKinds kinds) {
        this.changes = changes;
        this.kinds = kinds;
    }

    ChangeJson of(FollowedChange change) {
        return ChangeJson.of(
                change,
                kinds.change(change.recorded().latest()).map(kinds::parameters),
                changes.wayBack(change.recorded().id())
                        .map(way -> new WayBackJson(
                                way.words(), kinds.nameOf(way.change()), kinds.parameters(way.change()))));
    }
}
