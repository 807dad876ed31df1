package io.pilothouse.change.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.pilothouse.change.Check;
import java.util.Comparator;
import java.util.List;

/** What stands for and against a change, what weighs most first. */
final class CheckList extends UnorderedList {

    CheckList(List<Check> checks) {
        addClassName("ph-checks");
        checks.stream()
                .sorted(Comparator.comparing(Check::verdict).reversed())
                .map(CheckList::item)
                .forEach(this::add);
        if (checks.isEmpty()) {
            add(new ListItem("Nothing had to be checked"));
        }
    }

    private static ListItem item(Check check) {
        Span mark = new Span(mark(check.verdict()));
        mark.addClassName("ph-check-mark");
        mark.getElement().setAttribute("role", "img");
        mark.getElement().setAttribute("aria-label", word(check.verdict()));
        Span finding = new Span(check.finding());
        Span evidence = new Span();
        evidence.addClassName("ph-check-evidence");
        check.link()
                .ifPresentOrElse(
                        path -> evidence.add(new Anchor(path, check.evidence().isEmpty() ? "Show" : check.evidence())),
                        () -> evidence.setText(check.evidence()));
        ListItem item = new ListItem(mark, finding, evidence);
        item.addClassNames("ph-check", "ph-check-" + word(check.verdict()));
        return item;
    }

    private static String mark(Check.Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case UNKNOWN -> "?";
            case WARN -> "!";
            case BLOCK -> "✕";
        };
    }

    private static String word(Check.Verdict verdict) {
        return switch (verdict) {
            case PASS -> "passed";
            case UNKNOWN -> "unknown";
            case WARN -> "warning";
            case BLOCK -> "blocked";
        };
    }
}
