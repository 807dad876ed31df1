package io.pilothouse.metrics.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.pilothouse.base.ui.PageTabs;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.Histories;
import io.pilothouse.metrics.Subject;
import io.pilothouse.metrics.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tab in which figures of an object are drawn over time. The range stands in the address as {@code ?range=1h}. */
@StyleSheet("charts.css")
public final class MetricsTab extends Div {

    /** The tab's name in addresses. */
    public static final String KEY = "metrics";

    private static final String RANGE = "range";
    private static final Duration RESTS = Duration.ofSeconds(10);

    /** What was asked, and when; the answer to an older question is dropped. */
    private record Question(Subject subject, TimeRange range, Instant at) {}

    private final Histories histories;
    private final Clock clock;
    private final Map<Figure, ChartCard> cards = new EnumMap<>(Figure.class);
    private final Map<TimeRange, Anchor> ranges = new EnumMap<>(TimeRange.class);
    private TimeRange range = TimeRange.HOUR;
    private @Nullable Question question;

    /**
     * @param figures what is drawn, in this order
     */
    public MetricsTab(Histories histories, Clock clock, List<Figure> figures) {
        this.histories = histories;
        this.clock = clock;
        Nav choice = new Nav();
        choice.addClassName("ph-ranges");
        choice.getElement().setAttribute("aria-label", "Time range");
        for (TimeRange each : TimeRange.values()) {
            Anchor anchor = new Anchor("", each.title());
            ranges.put(each, anchor);
            choice.add(anchor);
        }
        Div grid = new Div();
        grid.addClassName("ph-charts");
        for (Figure figure : figures) {
            ChartCard card = new ChartCard(figure);
            cards.put(figure, card);
            grid.add(card);
        }
        addClassName("ph-metrics");
        add(choice, grid);
    }

    /** Shows the range that the address names. */
    public void at(Location location) {
        range = location.getQueryParameters()
                .getSingleParameter(RANGE)
                .flatMap(TimeRange::ofSlug)
                .orElse(TimeRange.HOUR);
        ranges.forEach((each, anchor) -> {
            anchor.setHref(new Location(
                            location.getPath(),
                            QueryParameters.of(PageTabs.PARAMETER, KEY).merging(RANGE, each.slug()))
                    .getPathWithQueryParameters());
            if (each == range) {
                anchor.getElement().setAttribute("aria-current", "true");
            } else {
                anchor.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** Draws the figures of the subject, anew when time has passed. To be called whenever the picture changes. */
    public void show(Subject subject) {
        Optional<UI> ui = getUI();
        Instant now = clock.instant();
        if (ui.isEmpty() || !due(subject, now)) {
            return;
        }
        Question asked = new Question(subject, range, now);
        question = asked;
        cards.forEach((figure, card) -> histories
                .read(subject, figure, range)
                .thenAccept(answer -> ui.get().access(() -> {
                    if (asked.equals(question)) {
                        card.show(answer, asked.range());
                    }
                })));
    }

    private boolean due(Subject subject, Instant now) {
        Question last = question;
        if (last == null || !last.subject().equals(subject) || last.range() != range) {
            return true;
        }
        Duration pause = range.step().compareTo(RESTS) > 0 ? range.step() : RESTS;
        return !now.isBefore(last.at().plus(pause));
    }
}
