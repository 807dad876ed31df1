package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;

/** The fields in which people choose what a new Kafka cluster is like. */
final class Choice {

    private static final int PAUSE_MILLIS = 300;

    private Choice() {}

    static TextField text(String label, String value, Runnable changed) {
        TextField field = new TextField(label);
        field.setValue(value);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(_ -> changed.run());
        return field;
    }

    static IntegerField number(String label, int value, Runnable changed) {
        IntegerField field = new IntegerField(label);
        field.setValue(value);
        field.setMin(0);
        field.setManualValidation(true);
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(_ -> changed.run());
        return field;
    }

    /** 0 while nothing is typed. */
    static int value(IntegerField field) {
        return Optional.ofNullable(field.getValue()).orElse(0);
    }

    static Checkbox yes(String label, boolean value, Runnable changed) {
        Checkbox field = new Checkbox(label, value);
        field.addValueChangeListener(_ -> changed.run());
        return field;
    }

    @SafeVarargs
    static <T> Select<T> one(String label, T value, Runnable changed, T... items) {
        Select<T> field = new Select<>();
        field.setLabel(label);
        field.setItems(items);
        field.setValue(value);
        field.addValueChangeListener(_ -> changed.run());
        return field;
    }

    /** Marks the field with why it has to be chosen otherwise, or not at all. */
    static void mark(HasValidation field, Optional<String> problem) {
        field.setErrorMessage(problem.orElse(""));
        field.setInvalid(problem.isPresent());
    }
}
