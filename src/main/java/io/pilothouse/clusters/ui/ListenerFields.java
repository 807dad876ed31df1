package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.pilothouse.clusters.KafkaDesign.Authentication;
import io.pilothouse.clusters.KafkaDesign.Exposure;
import io.pilothouse.clusters.KafkaDesign.Listener;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One way into a new Kafka cluster. */
final class ListenerFields extends Div {

    private final TextField name;
    private final IntegerField port;
    private final Select<Exposure> exposure;
    private final Checkbox tls;
    private final Select<Authentication> authentication;
    private final TextField domain;

    ListenerFields(Listener listener, Runnable changed, Consumer<ListenerFields> remove) {
        addClassNames("ph-card", "ph-design-part");
        name = Choice.text("Name of the listener", listener.name(), changed);
        port = Choice.number("Port", listener.port(), changed);
        port.setStepButtonsVisible(false);
        exposure = Choice.one("Reached from", listener.exposure(), changed, Exposure.values());
        exposure.setItemLabelGenerator(Exposure::words);
        tls = Choice.yes("TLS", listener.tls(), changed);
        authentication = Choice.one("Who is there", listener.authentication(), changed, Authentication.values());
        authentication.setItemLabelGenerator(Authentication::words);
        domain = Choice.text("Domain", listener.domain(), changed);
        Button away = new Button("Remove listener", _ -> remove.accept(this));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div where = new Div(name, port, exposure);
        where.addClassName("ph-fields");
        Div how = new Div(authentication, domain, tls, away);
        how.addClassName("ph-fields");
        add(where, how);
    }

    Listener listener() {
        boolean ingress = exposure.getValue() == Exposure.INGRESS;
        domain.setVisible(ingress);
        return new Listener(
                name.getValue().strip(),
                Choice.value(port),
                exposure.getValue(),
                tls.getValue(),
                authentication.getValue(),
                ingress ? domain.getValue().strip() : "");
    }

    /** @param problem why the field of this name has to be chosen otherwise */
    void mark(Function<String, Optional<String>> problem) {
        Choice.mark(name, problem.apply("name"));
        Choice.mark(port, problem.apply("port"));
        Choice.mark(tls, problem.apply("tls"));
        Choice.mark(domain, problem.apply("domain"));
    }
}
