package io.pilothouse.change.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.change.FieldConflict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** For each field that another manager owns: whether it keeps that manager's value, or is taken over. */
public final class ConflictChoice extends Div {

    private static final String KEEP = "Keep theirs";
    private static final String TAKE = "Take over";

    private final Map<String, RadioButtonGroup<String>> choices = new LinkedHashMap<>();
    private final BiConsumer<Set<String>, Set<String>> chosen;

    /** @param chosen called once all are decided, with the paths to keep and those to take over */
    public ConflictChoice(List<FieldConflict> conflicts, BiConsumer<Set<String>, Set<String>> chosen) {
        this.chosen = chosen;
        add(Notice.of(
                HealthState.DEGRADED,
                conflicts.size() == 1
                        ? "Another manager owns a field that you changed"
                        : "Other managers own fields that you changed",
                new Paragraph(
                        "They state what they want by server-side apply. What you take over is yours: they are told "
                                + "of a conflict when they apply again, or put it back if they insist.")));
        Div fields = new Div();
        fields.addClassName("ph-conflicts");
        Map<String, List<FieldConflict>> byPath = conflicts.stream()
                .collect(Collectors.groupingBy(FieldConflict::path, LinkedHashMap::new, Collectors.toList()));
        byPath.forEach((path, owners) -> fields.add(field(path, owners)));
        add(fields);
    }

    private Div field(String path, List<FieldConflict> owners) {
        String managers = owners.stream().map(FieldConflict::manager).distinct().collect(Collectors.joining(", "));
        FieldConflict conflict = owners.getFirst();
        Span values = new Span(managers + ": " + conflict.theirs().orElse("not set") + " · yours: "
                + conflict.wanted().orElse("taken away"));
        values.addClassName("ph-dim");
        Div words = new Div(new Code(path), values);
        words.addClassName("ph-conflict-words");
        RadioButtonGroup<String> choice = new RadioButtonGroup<>();
        choice.setItems(KEEP, TAKE);
        choice.setAriaLabel(path);
        choice.addValueChangeListener(_ -> decide());
        choices.put(path, choice);
        Div field = new Div(words, choice);
        field.addClassName("ph-conflict");
        return field;
    }

    private void decide() {
        if (choices.values().stream().noneMatch(RadioButtonGroup::isEmpty)) {
            chosen.accept(paths(KEEP), paths(TAKE));
        }
    }

    private Set<String> paths(String wanted) {
        return choices.entrySet().stream()
                .filter(choice -> wanted.equals(choice.getValue().getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
