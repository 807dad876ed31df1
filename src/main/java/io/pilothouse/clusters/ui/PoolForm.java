package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.pilothouse.fleet.NodePool;
import java.util.function.IntConsumer;

/** How many nodes a pool shall have. */
final class PoolForm extends Div {

    private static final int MOST = 1_000;
    private static final int PAUSE_MILLIS = 250;

    /** @param chosen called with each number that people choose, and once at the beginning */
    PoolForm(NodePool pool, IntConsumer chosen) {
        addClassName("ph-scale");
        IntegerField number = new IntegerField("Nodes");
        number.setMin(0);
        number.setMax(MOST);
        number.setStepButtonsVisible(true);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.setValueChangeTimeout(PAUSE_MILLIS);
        number.addValueChangeListener(change -> {
            if (change.getValue() != null && !number.isInvalid()) {
                chosen.accept(change.getValue());
            }
        });
        Span now = new Span("now " + pool.nodeIds().size());
        now.addClassName("ph-dim");
        add(number, now);
        number.setValue(pool.wanted());
    }
}
