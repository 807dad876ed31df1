package io.pilothouse.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.pilothouse.access.ui.HeaderPart;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.change.Changes;

/** Says on every page which changes are under way. */
@SpringComponent
class ChangesInHeader implements HeaderPart {

    private final Changes changes;
    private final LiveFleet live;

    ChangesInHeader(Changes changes, LiveFleet live) {
        this.changes = changes;
        this.live = live;
    }

    @Override
    public Component create() {
        return new ChangesUnderWay(changes, live);
    }
}
