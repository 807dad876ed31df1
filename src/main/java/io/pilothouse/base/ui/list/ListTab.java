package io.pilothouse.base.ui.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.pilothouse.base.Failure;
import java.util.List;
import java.util.Optional;

/**
 * The content of a tab that lists what belongs to an object.
 *
 * @param <R> a row
 */
public final class ListTab<R> extends Div {

    private final ListDefinition<R> definition;
    private final Absence none;
    private final LiveList<R> list;
    private List<R> rows = List.of();
    private Optional<Failure> problem = Optional.empty();

    /**
     * @param none why there are no rows while they are known
     */
    public ListTab(ListDefinition<R> definition, Absence none) {
        this.definition = definition;
        this.none = none;
        this.list = new LiveList<>(definition, this::answer, this::whyEmpty);
        addClassName("ph-tab");
        add(list);
    }

    /** Shows what this address asks for. */
    public void at(Location location) {
        list.at(location);
    }

    /**
     * Brings the list up to date.
     *
     * @param newestProblem why the rows cannot be had now, if they cannot
     */
    public void show(List<R> newest, Optional<Failure> newestProblem) {
        rows = newest;
        problem = newestProblem;
        list.follow();
    }

    private Arrangement<R> answer(ListQuery query) {
        return definition.arrange(rows.stream(), query);
    }

    private Absence whyEmpty(ListQuery query, Arrangement<R> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), definition.noun())
                : problem.map(Absence::because).orElse(none);
    }
}
