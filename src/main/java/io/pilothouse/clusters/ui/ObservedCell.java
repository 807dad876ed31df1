package io.pilothouse.clusters.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import java.util.function.Function;

/** A cell whose value may be old or unknown: a dash with the reason on hover, or the old value, marked and with its age. */
final class ObservedCell {

    private static final String TEMPLATE = """
            <span title="${item.reason}" class="${item.style}">${item.value}</span>\
            """;

    private ObservedCell() {}

    /**
     * @param of what of the row is shown
     * @param inWords the value as it is written
     */
    static <T, V> LitRenderer<T> of(Function<T, Observed<V>> of, Function<V, String> inWords) {
        return LitRenderer.<T>of(TEMPLATE)
                .withProperty("value", row -> of.apply(row).known().map(inWords).orElse(Formats.ABSENT))
                .withProperty("style", row -> style(of.apply(row)))
                .withProperty("reason", row -> reason(of.apply(row)));
    }

    private static String style(Observed<?> observed) {
        return switch (observed) {
            case Observed.Fresh<?> _ -> "";
            case Observed.Stale<?> _ -> "ph-stale";
            case Observed.Missing<?> _ -> "ph-dim";
        };
    }

    private static String reason(Observed<?> observed) {
        return observed.problem()
                .map(failure -> failure.summary()
                        + observed.observedAt()
                                .map(at -> ". This is from " + at + ".")
                                .orElse(""))
                .orElse("");
    }
}
