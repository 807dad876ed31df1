package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** How many replicas a service shall have: by a slider for what makes sense, and by a number for all else. */
final class ScaleForm extends Div {

    private static final int LEAST_RANGE = 8;
    private static final int MOST = 10_000;
    private static final int PAUSE_MILLIS = 250;

    private final IntConsumer chosen;
    private final IntegerField number = new IntegerField("Replicas");
    private final RangeInput slider = new RangeInput();
    private int asked = -1;

    /** @param chosen called with each number that people choose, and once at the beginning */
    ScaleForm(Workload service, VisibleFleet fleet, IntConsumer chosen) {
        this.chosen = chosen;
        addClassName("ph-scale");
        int present = service.replicas().desired();
        Optional<ConsumerGroup> group = widest(service, fleet);
        int partitions = group.map(ScaleForm::partitions).orElse(0);
        int range = Math.max(LEAST_RANGE, Math.max(partitions, present * 2));
        slider.setMin(0);
        slider.setMax(range);
        slider.setStep(1.0);
        slider.setAriaLabel("Replicas");
        number.setMin(0);
        number.setMax(MOST);
        number.setStepButtonsVisible(true);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.setValueChangeTimeout(PAUSE_MILLIS);
        number.addValueChangeListener(change -> {
            if (change.getValue() != null && !number.isInvalid()) {
                choose(change.getValue());
            }
        });
        slider.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getValue().intValue());
            }
        });
        Span now = new Span("now " + present);
        now.addClassName("ph-dim");
        add(number, slider, now);
        group.ifPresent(_ -> add(hint(partitions, group.orElseThrow())));
        choose(present);
    }

    private void choose(int replicas) {
        if (replicas == asked || replicas < 0 || replicas > MOST) {
            return;
        }
        asked = replicas;
        number.setValue(replicas);
        slider.setValue(Math.min(slider.getMax(), (double) replicas));
        chosen.accept(replicas);
    }

    private static Span hint(int partitions, ConsumerGroup group) {
        List<String> topics = group.topics().stream().sorted().limit(2).toList();
        Span hint = new Span("useful up to " + partitions + ", the partitions of " + String.join(", ", topics));
        hint.addClassName("ph-dim");
        return hint;
    }

    private static Optional<ConsumerGroup> widest(Workload service, VisibleFleet fleet) {
        return fleet.groupsOf(service.id())
                .filter(group -> group.type() != ConsumerGroup.Type.SHARE && partitions(group) > 0)
                .max(Comparator.comparingInt(ScaleForm::partitions));
    }

    private static int partitions(ConsumerGroup group) {
        return group.partitions().known().map(List::size).orElse(0);
    }
}
