package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.pilothouse.base.Quantity;
import io.pilothouse.fleet.NodePool.PodResources;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What each node of a pool asks for and may use at most. */
final class PoolResourcesForm extends Div {

    private final Consumer<PodResources> chosen;
    private final TextField cpuRequest;
    private final TextField cpuLimit;
    private final TextField memoryRequest;
    private final TextField memoryLimit;

    /** @param chosen called with what people choose, and once at the beginning with the present amounts */
    PoolResourcesForm(PodResources present, Consumer<PodResources> chosen) {
        this.chosen = chosen;
        addClassName("ph-choices");
        cpuRequest = amount("CPU request", present.cpuRequest());
        cpuLimit = amount("CPU limit", present.cpuLimit());
        memoryRequest = amount("Memory request", present.memoryRequest());
        memoryLimit = amount("Memory limit", present.memoryLimit());
        add(row(cpuRequest, cpuLimit), row(memoryRequest, memoryLimit));
        choose();
    }

    private TextField amount(String label, Optional<String> value) {
        TextField field = Choice.text(label, value.orElse(""), this::choose);
        field.setPlaceholder("none");
        return field;
    }

    private void choose() {
        boolean valid = Stream.of(cpuRequest, cpuLimit, memoryRequest, memoryLimit)
                .map(PoolResourcesForm::valid)
                .reduce(true, Boolean::logicalAnd);
        if (valid) {
            chosen.accept(
                    new PodResources(value(cpuRequest), value(cpuLimit), value(memoryRequest), value(memoryLimit)));
        }
    }

    private static boolean valid(TextField field) {
        boolean valid =
                value(field).map(written -> Quantity.of(written).isPresent()).orElse(true);
        Choice.mark(field, valid ? Optional.empty() : Optional.of("An amount like 250m or 512Mi"));
        return valid;
    }

    private static Optional<String> value(TextField field) {
        return Optional.of(field.getValue().strip()).filter(written -> !written.isEmpty());
    }

    private static Div row(TextField... fields) {
        Div row = new Div(fields);
        row.addClassName("ph-fields");
        return row;
    }
}
