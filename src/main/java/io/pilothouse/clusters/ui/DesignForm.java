package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.pilothouse.clusters.DesignProblem;
import io.pilothouse.clusters.KafkaDesign;
import io.pilothouse.clusters.KafkaDesign.Authentication;
import io.pilothouse.clusters.KafkaDesign.Exposure;
import io.pilothouse.clusters.KafkaDesign.Listener;
import io.pilothouse.clusters.KafkaDesign.Pool;
import io.pilothouse.clusters.KafkaDesign.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be chosen of a new Kafka cluster. */
final class DesignForm extends Div {

    private final Runnable changed;
    private final TextField name;
    private final TextField namespace;
    private final TextField version;
    private final IntegerField replication;
    private final IntegerField minInSync;
    private final Checkbox authorization;
    private final Checkbox metrics;
    private final Checkbox cruiseControl;
    private final Checkbox topicOperator;
    private final Checkbox userOperator;
    private final TextField labels;
    private final List<PoolFields> pools = new ArrayList<>();
    private final List<ListenerFields> listeners = new ArrayList<>();
    private final Div poolPart = new Div();
    private final Div listenerPart = new Div();
    private final Paragraph poolsProblem = new Paragraph();
    private final Paragraph listenersProblem = new Paragraph();

    DesignForm(KafkaDesign design, Runnable changed) {
        this.changed = changed;
        addClassName("ph-design");
        name = Choice.text("Name", design.name(), changed);
        namespace = Choice.text("Namespace", design.namespace(), changed);
        version = Choice.text("Kafka version", design.version().orElse(""), changed);
        version.setPlaceholder("the newest that the operator knows");
        replication = Choice.number("Replicas of a partition", design.replicationFactor(), changed);
        minInSync = Choice.number("In sync at least", design.minInSync(), changed);
        authorization = Choice.yes("Ask for rights (ACLs)", design.authorization(), changed);
        metrics = Choice.yes("Metrics for Prometheus", design.metrics(), changed);
        cruiseControl = Choice.yes("Cruise Control", design.cruiseControl(), changed);
        topicOperator = Choice.yes("Topic operator", design.topicOperator(), changed);
        userOperator = Choice.yes("User operator", design.userOperator(), changed);
        labels = Choice.text("Labels", "", changed);
        labels.setPlaceholder("team=payments, stage=test");
        design.pools().forEach(this::add);
        design.listeners().forEach(this::add);
        poolsProblem.addClassName("ph-failing-text");
        listenersProblem.addClassName("ph-failing-text");
        add(
                new H2("Cluster"),
                row(name, namespace, version),
                new H2("Node pools"),
                poolPart,
                poolsProblem,
                new Button("Add pool", _ -> addPool()),
                new H2("Listeners"),
                listenerPart,
                listenersProblem,
                new Button("Add listener", _ -> addListener()),
                new H2("Topics that say nothing else"),
                row(replication, minInSync),
                new H2("Beside it"),
                row(authorization, metrics, cruiseControl, topicOperator, userOperator),
                row(labels));
    }

    /** What is chosen now. */
    KafkaDesign design() {
        return new KafkaDesign(
                namespace.getValue().strip(),
                name.getValue().strip(),
                Optional.of(version.getValue().strip()).filter(given -> !given.isEmpty()),
                pools.stream().map(PoolFields::pool).toList(),
                listeners.stream().map(ListenerFields::listener).toList(),
                Choice.value(replication),
                Choice.value(minInSync),
                authorization.getValue(),
                metrics.getValue(),
                cruiseControl.getValue(),
                topicOperator.getValue(),
                userOperator.getValue(),
                labelled());
    }

    /** Marks the fields that have to be chosen otherwise. */
    void mark(List<DesignProblem> problems) {
        Choice.mark(name, words(problems, "name").filter(_ -> !name.isEmpty()));
        Choice.mark(namespace, words(problems, "namespace"));
        Choice.mark(version, words(problems, "version"));
        Choice.mark(replication, words(problems, "replicationFactor"));
        Choice.mark(minInSync, words(problems, "minInSync"));
        Choice.mark(labels, words(problems, "labels"));
        for (int index = 0; index < pools.size(); index++) {
            String at = "pools[" + index + "].";
            pools.get(index).mark(field -> words(problems, at + field));
        }
        for (int index = 0; index < listeners.size(); index++) {
            String at = "listeners[" + index + "].";
            listeners.get(index).mark(field -> words(problems, at + field));
        }
        poolsProblem.setText(words(problems, "pools").map(words -> words + ".").orElse(""));
        listenersProblem.setText(
                words(problems, "listeners").map(words -> words + ".").orElse(""));
    }

    private static Optional<String> words(List<DesignProblem> problems, String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(DesignProblem::words)
                .findFirst();
    }

    private void addPool() {
        add(new Pool(
                "pool-" + (pools.size() + 1),
                true,
                false,
                3,
                "500m",
                "2Gi",
                "",
                new Storage(true, 1, "50Gi", Optional.empty(), false),
                true,
                true));
        changed.run();
    }

    private void add(Pool pool) {
        PoolFields fields = new PoolFields(pool, changed, this::remove);
        pools.add(fields);
        poolPart.add(fields);
    }

    private void remove(PoolFields fields) {
        pools.remove(fields);
        poolPart.remove(fields);
        changed.run();
    }

    private void addListener() {
        int port = 9092 + listeners.size();
        add(new Listener("extra" + listeners.size(), port, Exposure.INTERNAL, false, Authentication.NONE, ""));
        changed.run();
    }

    private void add(Listener listener) {
        ListenerFields fields = new ListenerFields(listener, changed, this::remove);
        listeners.add(fields);
        listenerPart.add(fields);
    }

    private void remove(ListenerFields fields) {
        listeners.remove(fields);
        listenerPart.remove(fields);
        changed.run();
    }

    private Map<String, String> labelled() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : labels.getValue().split(",")) {
            String[] sides = part.strip().split("=", 2);
            if (!sides[0].isBlank()) {
                found.put(sides[0].strip(), sides.length > 1 ? sides[1].strip() : "");
            }
        }
        return found;
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("ph-fields");
        return row;
    }
}
