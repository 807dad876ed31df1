package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.pilothouse.base.Quantity;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ChangeResources;
import io.pilothouse.services.ChangeResources.Amounts;
import io.pilothouse.services.PodTemplate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a container of a service asks for and may use at most, beside what its pods use. */
final class ResourcesForm extends Div {

    private static final int PAUSE_MILLIS = 400;

    private final Workload service;
    private final Consumer<ChangeResources> chosen;
    private final Select<String> container = new Select<>();
    private final TextField cpuRequest = amount("CPU request");
    private final TextField cpuLimit = amount("CPU limit");
    private final TextField memoryRequest = amount("Memory request");
    private final TextField memoryLimit = amount("Memory limit");
    private boolean filling;

    /**
     * @param cpu what is used of it now, in words
     * @param memory what is used of it now, in words
     * @param chosen called with what people choose, and once at the beginning with the present amounts
     */
    ResourcesForm(Workload service, Span cpu, Span memory, Consumer<ChangeResources> chosen) {
        this.service = service;
        this.chosen = chosen;
        addClassName("ph-choices");
        List<String> containers = PodTemplate.containers(service);
        Stream.of(cpuRequest, cpuLimit, memoryRequest, memoryLimit)
                .forEach(field -> field.addValueChangeListener(_ -> choose()));
        container.setLabel("Container");
        container.setItems(containers);
        container.setReadOnly(containers.size() == 1);
        container.addValueChangeListener(change -> fill(change.getValue()));
        Stream.of(cpu, memory).forEach(used -> used.addClassName("ph-dim"));
        add(container, row(cpuRequest, cpuLimit, cpu), row(memoryRequest, memoryLimit, memory));
        containers.stream().findFirst().ifPresent(container::setValue);
    }

    private void fill(String name) {
        Amounts requests = Amounts.of(service, name, "requests");
        Amounts limits = Amounts.of(service, name, "limits");
        filling = true;
        cpuRequest.setValue(requests.cpu().orElse(""));
        cpuLimit.setValue(limits.cpu().orElse(""));
        memoryRequest.setValue(requests.memory().orElse(""));
        memoryLimit.setValue(limits.memory().orElse(""));
        filling = false;
        choose();
    }

    private void choose() {
        boolean valid = Stream.of(cpuRequest, cpuLimit, memoryRequest, memoryLimit)
                .map(ResourcesForm::valid)
                .reduce(true, Boolean::logicalAnd);
        if (valid && !filling) {
            chosen.accept(new ChangeResources(
                    service.id(),
                    container.getValue(),
                    new Amounts(value(cpuRequest), value(memoryRequest)),
                    new Amounts(value(cpuLimit), value(memoryLimit))));
        }
    }

    private static boolean valid(TextField field) {
        boolean valid =
                value(field).map(written -> Quantity.of(written).isPresent()).orElse(true);
        field.setInvalid(!valid);
        return valid;
    }

    private static Optional<String> value(TextField field) {
        return Optional.of(field.getValue().strip()).filter(written -> !written.isEmpty());
    }

    private static TextField amount(String label) {
        TextField field = new TextField(label);
        field.setPlaceholder("none");
        field.setErrorMessage("An amount like 250m or 512Mi");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);

        return field;
    }

    private static Div row(TextField request, TextField limit, Span used) {
        Div row = new Div(request, limit, used);
        row.addClassName("ph-fields");
        return row;
    }
}
