package io.pilothouse.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.pilothouse.base.ui.Push;
import io.pilothouse.change.Changes;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps a part of a page up to date with the changes that are known. */
final class ChangeFeed {

    private ChangeFeed() {}

    /** Shows anew whenever one of them has changed, as long as the part is attached. */
    static void follow(Component part, Changes changes, Runnable show) {
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
        part.addAttachListener(event -> {
            UI ui = event.getUI();
            end.getAndSet(changes.subscribe(() -> Push.to(ui, show::run))).run();
        });
        part.addDetachListener(_ -> end.getAndSet(() -> {}).run());
    }
}
