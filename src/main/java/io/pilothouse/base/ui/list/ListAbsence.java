package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.pilothouse.base.ui.EmptyState;
import org.jspecify.annotations.Nullable;

/** Stands in the place of the table when it has no rows, and says why. */
final class ListAbsence extends Div {

    private final Runnable showAll;
    private @Nullable Absence shown;

    ListAbsence(Runnable showAll) {
        this.showAll = showAll;
    }

    /**
     * @param avoidable whether there are rows that the search and the filters leave out
     */
    void show(Absence absence, boolean avoidable) {
        if (absence.equals(shown)) {
            return;
        }
        shown = absence;
        removeAll();
        add(
                avoidable
                        ? new EmptyState(
                                absence.title(), absence.explanation(), new Button("Show all", _ -> showAll.run()))
                        : new EmptyState(absence.title(), absence.explanation()));
    }
}
