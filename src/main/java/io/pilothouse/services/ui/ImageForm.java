package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.services.ChangeImage;
import io.pilothouse.services.ImageName;
import io.pilothouse.services.PodTemplate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which container runs which image. */
final class ImageForm extends Div {

    private static final int PAUSE_MILLIS = 400;

    private final WorkloadId service;
    private final Consumer<ChangeImage> chosen;
    private final Select<String> container = new Select<>();
    private final TextField image = new TextField("Image, or just its new tag");
    private final Span now = new Span();
    private String present = "";

    /** @param chosen called with each image that people choose, and once at the beginning with the present one */
    ImageForm(Workload service, Consumer<ChangeImage> chosen) {
        this.service = service.id();
        this.chosen = chosen;
        addClassName("ph-choices");
        List<String> containers = PodTemplate.containers(service);
        container.setLabel("Container");
        container.setItems(containers);
        container.setReadOnly(containers.size() == 1);
        container.addValueChangeListener(change ->
                begin(PodTemplate.field(service, change.getValue(), "image").orElse("")));
        image.setWidthFull();
        image.setValueChangeMode(ValueChangeMode.LAZY);
        image.setValueChangeTimeout(PAUSE_MILLIS);
        image.addValueChangeListener(_ -> choose());
        now.addClassNames("ph-dim", "ph-break");
        add(container, image, now);
        containers.stream().findFirst().ifPresent(container::setValue);
    }

    private void begin(String value) {
        present = value;
        now.setText("now " + value);
        if (image.getValue().equals(value)) {
            choose();
        } else {
            image.setValue(value);
        }
    }

    private void choose() {
        String whole = whole(image.getValue().strip(), present);
        boolean valid = ImageName.of(whole).isPresent();
        image.setErrorMessage("Not the name of an image: registry/name:tag");
        image.setInvalid(!valid);
        if (valid) {
            image.setHelperText(whole.equals(image.getValue().strip()) ? null : "means " + whole);
            chosen.accept(new ChangeImage(service, container.getValue(), whole));
        }
    }

    /** What has neither a slash nor a colon is taken for a tag of the present image. */
    static String whole(String typed, String present) {
        boolean tag = !typed.isEmpty() && !typed.contains("/") && !typed.contains(":") && !typed.contains("@");
        return Optional.of(present)
                .filter(_ -> tag)
                .flatMap(ImageName::of)
                .map(name -> name.repository() + ":" + typed)
                .orElse(typed);
    }
}
