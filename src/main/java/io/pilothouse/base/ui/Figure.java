package io.pilothouse.base.ui;

import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Observed;
import java.util.function.Function;

/** A value that may be old or unknown: then it shows its age, or a dash with the reason on hover. */
public class Figure extends Span {

    private Figure(String text) {
        super(text);
    }

    /** A value as its source told it. */
    public static <T> Figure of(Observed<T> observed, Function<? super T, String> inWords) {
        return switch (observed) {
            case Observed.Fresh<T> fresh -> new Figure(inWords.apply(fresh.content()));
            case Observed.Stale<T> stale -> {
                Figure figure = new Figure(inWords.apply(stale.content()) + " ");
                Span age = new Span(new Span("("), RelativeTime.ago(stale.at()), new Span(")"));
                age.addClassName("ph-dim");
                figure.add(age);
                figure.setTitle(stale.failure().summary());
                yield figure;
            }
            case Observed.Missing<T> missing -> absent(missing.failure().summary());
        };
    }

    /** A value that is not known, and why. */
    public static Figure absent(String reason) {
        Figure figure = new Figure(Formats.ABSENT);
        figure.addClassName("ph-dim");
        figure.setTitle(reason);
        figure.getElement().setAttribute("aria-label", "unknown: " + reason);
        figure.getElement().setAttribute("role", "img");
        return figure;
    }
}
