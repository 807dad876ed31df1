package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.pilothouse.change.Change;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.EditAutoscaling;
import io.pilothouse.services.PauseScaling;
import io.pilothouse.services.RemoveAutoscaling;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Between how many replicas a service is scaled, and by how much CPU; or whether KEDA scales it just now. */
final class AutoscalingForm extends Div {

    private static final int MOST = 10_000;
    private static final int STANDARD_PERCENT = 80;
    private static final int PAUSE_MILLIS = 300;
    private static final String RANGE = "Change its range";
    private static final String REMOVE = "Remove the autoscaler";

    private final Workload service;
    private final BiConsumer<Change, String> chosen;
    private final RadioButtonGroup<String> what = new RadioButtonGroup<>("HPA");
    private final IntegerField minimum = number("At least", 1, MOST);
    private final IntegerField maximum = number("At most", 1, MOST);
    private final IntegerField percent = number("CPU target, % of request", 1, 1000);
    private final Div fields = new Div(minimum, maximum, percent);

    /** @param chosen called with each change that people choose and the words on its button, and once at the beginning */
    AutoscalingForm(Workload service, BiConsumer<Change, String> chosen) {
        this.service = service;
        this.chosen = chosen;
        addClassName("ph-choices");
        fields.addClassName("ph-fields");
        Optional<ScaledObject> keda = service.scaledObject();
        if (keda.isPresent()) {
            keda(keda.orElseThrow());
        } else {
            range();
        }
    }

    /** What people are offered first, by which it is decided whether they may. */
    static Change first(Workload service) {
        return service.scaledObject()
                .<Change>map(keda -> new PauseScaling(service.id(), keda.name(), !keda.paused()))
                .orElseGet(() -> edit(service, lowest(service), highest(service), target(service)));
    }

    private void keda(ScaledObject keda) {
        String words = keda.paused() ? "Resume autoscaling" : "Pause autoscaling";
        add(new Paragraph("KEDA scales it by ScaledObject " + keda.name() + ", between " + keda.minimum() + " and "
                + keda.maximum() + " replicas" + (keda.paused() ? "; that is paused now." : ".")));
        chosen.accept(first(service), words);
    }

    private void range() {
        if (service.autoscaling().isPresent()) {
            what.setLabel("HPA " + service.autoscaling().orElseThrow().name());
            what.setItems(RANGE, REMOVE);
            what.setValue(RANGE);
            what.addValueChangeListener(_ -> choose());
            add(what);
        }
        minimum.setValue(lowest(service));
        maximum.setValue(highest(service));
        percent.setValue(target(service).orElse(null));
        if (target(service).isEmpty()) {
            percent.setHelperText("It scales by something else, which stays");
        }
        add(fields);
        minimum.addValueChangeListener(_ -> choose());
        maximum.addValueChangeListener(_ -> choose());
        percent.addValueChangeListener(_ -> choose());
        choose();
    }

    private void choose() {
        boolean remove = REMOVE.equals(what.getValue());
        fields.setVisible(!remove);
        if (remove) {
            service.autoscaling()
                    .ifPresent(scaling ->
                            chosen.accept(new RemoveAutoscaling(service.id(), scaling.name()), "Remove autoscaler"));
            return;
        }
        Integer least = minimum.getValue();
        Integer most = maximum.getValue();
        maximum.setErrorMessage("Not less than at least");
        maximum.setInvalid(least != null && most != null && most < least);
        if (least == null || most == null || maximum.isInvalid() || minimum.isInvalid()) {
            return;
        }
        Optional<Integer> wanted = Optional.ofNullable(percent.getValue());
        boolean create = service.autoscaling().isEmpty();
        Optional<Integer> changed = create || !Objects.equals(wanted, target(service)) ? wanted : Optional.empty();
        chosen.accept(edit(service, least, most, changed), create ? "Create autoscaler" : "Change autoscaler");
    }

    private static EditAutoscaling edit(Workload service, int least, int most, Optional<Integer> percent) {
        Optional<Autoscaling> present = service.autoscaling();
        return new EditAutoscaling(
                service.id(),
                present.map(Autoscaling::name).orElse(service.id().name()),
                present.isEmpty(),
                least,
                most,
                percent);
    }

    private static int lowest(Workload service) {
        return service.autoscaling()
                .map(Autoscaling::minimum)
                .orElse(Math.max(1, service.replicas().desired()));
    }

    private static int highest(Workload service) {
        return service.autoscaling()
                .map(Autoscaling::maximum)
                .orElse(Math.max(2, 2 * service.replicas().desired()));
    }

    private static Optional<Integer> target(Workload service) {
        return service.autoscaling().map(Autoscaling::cpuPercent).orElse(Optional.of(STANDARD_PERCENT));
    }

    private static IntegerField number(String label, int least, int most) {
        IntegerField field = new IntegerField(label);
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        return field;
    }
}
