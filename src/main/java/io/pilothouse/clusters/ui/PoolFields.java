package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.pilothouse.clusters.KafkaDesign.Pool;
import io.pilothouse.clusters.KafkaDesign.Storage;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One node pool of a new Kafka cluster. */
final class PoolFields extends Div {

    private static final String BOTH = "Broker and controller";
    private static final String BROKER = "Broker";
    private static final String CONTROLLER = "Controller";

    private final TextField name;
    private final Select<String> roles;
    private final IntegerField nodes;
    private final TextField cpu;
    private final TextField memory;
    private final TextField heap;
    private final Checkbox persistent;
    private final IntegerField volumes;
    private final TextField size;
    private final TextField storageClass;
    private final Checkbox deleteClaim;
    private final Checkbox spread;
    private final Checkbox apart;

    PoolFields(Pool pool, Runnable changed, Consumer<PoolFields> remove) {
        addClassNames("ph-card", "ph-design-part");
        name = Choice.text("Name of the pool", pool.name(), changed);
        roles = Choice.one("Roles", roles(pool), changed, BOTH, BROKER, CONTROLLER);
        nodes = Choice.number("Nodes", pool.nodes(), changed);
        cpu = Choice.text("CPU of each", pool.cpu(), changed);
        memory = Choice.text("Memory of each", pool.memory(), changed);
        heap = Choice.text("Java heap", pool.heap(), changed);
        heap.setPlaceholder("up to the operator");
        persistent = Choice.yes("On disks", pool.storage().persistent(), changed);
        volumes = Choice.number("Volumes of each", pool.storage().volumes(), changed);
        size = Choice.text("Size of a volume", pool.storage().size(), changed);
        storageClass =
                Choice.text("Storage class", pool.storage().storageClass().orElse(""), changed);
        storageClass.setPlaceholder("the default one");
        deleteClaim =
                Choice.yes("Delete the data with the cluster", pool.storage().deleteClaim(), changed);
        spread = Choice.yes("Spread over zones", pool.spreadZones(), changed);
        apart = Choice.yes("Each on a Kubernetes node of its own", pool.apart(), changed);
        Button away = new Button("Remove pool", _ -> remove.accept(this));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(
                row(name, roles, nodes),
                row(cpu, memory, heap),
                row(persistent, spread, apart),
                row(volumes, size, storageClass),
                row(deleteClaim, away));
    }

    Pool pool() {
        boolean disks = persistent.getValue();
        volumes.setVisible(disks);
        size.setVisible(disks);
        storageClass.setVisible(disks);
        deleteClaim.setVisible(disks);
        return new Pool(
                name.getValue().strip(),
                !CONTROLLER.equals(roles.getValue()),
                !BROKER.equals(roles.getValue()),
                Choice.value(nodes),
                cpu.getValue(),
                memory.getValue(),
                heap.getValue(),
                new Storage(
                        disks,
                        disks ? Choice.value(volumes) : 1,
                        disks ? size.getValue() : "",
                        Optional.of(storageClass.getValue().strip()).filter(given -> disks && !given.isEmpty()),
                        disks && deleteClaim.getValue()),
                spread.getValue(),
                apart.getValue());
    }

    /** @param problem why the field of this name has to be chosen otherwise */
    void mark(Function<String, Optional<String>> problem) {
        Choice.mark(name, problem.apply("name"));
        Choice.mark(roles, problem.apply("roles"));
        Choice.mark(nodes, problem.apply("nodes"));
        Choice.mark(cpu, problem.apply("cpu"));
        Choice.mark(memory, problem.apply("memory"));
        Choice.mark(heap, problem.apply("heap"));
        Choice.mark(volumes, problem.apply("volumes"));
        Choice.mark(size, problem.apply("size"));
    }

    private static String roles(Pool pool) {
        return pool.broker() && pool.controller() ? BOTH : pool.broker() ? BROKER : CONTROLLER;
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("ph-fields");
        return row;
    }
}
