package io.pilothouse.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.shared.Registration;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.Findable;
import io.pilothouse.access.ui.Found;
import io.pilothouse.base.ui.StateBadge;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Goes to any page or object that the person may see, by a few letters of its name. */
@JsModule("./palette-keys.ts")
final class Palette extends Dialog {

    private static final int SHOWN = 30;
    private static final int TYPING_MILLISECONDS = 80;

    private final List<Findable> findables;
    private final Supplier<VisibleFleet> fleet;
    private final TextField search = new TextField();
    private final Div results = new Div();

    Palette(List<Findable> findables, Supplier<VisibleFleet> fleet) {
        this.findables = findables;
        this.fleet = fleet;
        addClassName("ph-palette");
        setAriaLabel("Go to");
        setWidth("640px");
        setTop("10vh");
        search.addClassName("ph-palette-search");
        search.setPlaceholder("Go to a service, pod, cluster, topic, group, node or page");
        search.setAriaLabel("Go to");
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLISECONDS);
        search.addValueChangeListener(change -> find(change.getValue()));
        results.addClassName("ph-palette-results");
        results.getElement().setAttribute("role", "listbox");
        results.getElement().setAttribute("aria-label", "Found");
        add(search, results);
    }

    /** Whoever has gone to a page wants to see it; the click that led there may have met a row that was just drawn anew. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Registration leaving = event.getUI().addAfterNavigationListener(_ -> close());
        addDetachListener(detached -> {
            detached.unregisterListener();
            leaving.remove();
        });
    }

    /** Opens it with nothing typed. */
    void ask() {
        // not when it closes: that reaches the server late, and would take away what somebody types who opens it again
        // at once
        search.clear();
        find("");
        open();
        search.getElement().executeJs("window.pilothousePaletteKeys(this, $0)", results.getElement());
        search.focus();
    }

    private void find(String typed) {
        VisibleFleet visible = fleet.get();
        Stream<Found> all = Stream.concat(pages(), findables.stream().flatMap(findable -> findable.in(visible)));
        List<Found> best = PaletteSearch.best(all, typed, SHOWN);
        results.removeAll();
        if (best.isEmpty()) {
            Span none = new Span("Nothing that you may see is called “" + typed.strip() + "”.");
            none.addClassNames("ph-dim", "ph-palette-none");
            results.add(none);
        }
        best.forEach(found -> results.add(row(found, results.getComponentCount() == 0)));
    }

    private Anchor row(Found found, boolean first) {
        Span name = new Span(found.name());
        name.addClassName("ph-palette-name");
        Span beside = new Span(found.where());
        beside.addClassNames("ph-dim", "ph-palette-where");
        Span kind = new Span(found.kind());
        kind.addClassNames("ph-dim", "ph-palette-kind");
        Div state = new Div();
        found.state().map(StateBadge::new).ifPresent(state::add);
        Anchor row = new Anchor(found.path(), name, beside, state, kind);
        row.getElement().setAttribute("role", "option");
        row.getElement().setAttribute("aria-selected", String.valueOf(first));
        row.setTabIndex(-1);
        row.getElement().addEventListener("click", _ -> close());
        return row;
    }

    private static Stream<Found> pages() {
        return MenuConfiguration.getMenuEntries().stream()
                .map(entry -> new Found("Page", entry.title(), "", Optional.empty(), entry.path()));
    }
}
