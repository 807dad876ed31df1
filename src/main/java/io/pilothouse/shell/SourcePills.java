package io.pilothouse.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.SourceStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three sources: how each is, how old its newest fact is, and behind a click what that means. */
class SourcePills extends Div {

    private final Map<Source, Pill> pills = new EnumMap<>(Source.class);

    SourcePills() {
        addClassName("ph-pills");
        for (Source source : Source.values()) {
            Pill pill = new Pill(source);
            pills.put(source, pill);
            add(pill.button, pill.popover);
        }
    }

    void show(VisibleFleet fleet) {
        pills.forEach((source, pill) -> pill.show(fleet.source(source)));
    }

    private static final class Pill {
        private final Source source;
        private final Span dot = new Span();
        private final Span state = new Span();
        private final Button button = new Button();
        private final Popover popover = new Popover();
        private String shown = "";
        private List<Failure> explained = List.of();

        Pill(Source source) {
            this.source = source;
            Span name = new Span(source.title());
            name.addClassName("ph-strong");
            state.addClassName("ph-pill-state");
            Span content = new Span(dot, name, state);
            content.addClassName("ph-pill-content");
            button.setIcon(content);
            button.addClassName("ph-pill");
            popover.setTarget(button);
            popover.setPosition(PopoverPosition.BOTTOM_END);
            popover.addClassName("ph-source-popover");
            explain(new SourceStatus(source, Optional.empty(), List.of()));
        }

        void show(SourceStatus status) {
            String word = word(status);
            String now = word
                    + (status.live()
                            ? ""
                            : status.newestFact().map(Object::toString).orElse(""));
            if (!now.equals(shown)) {
                shown = now;
                dot.setClassName("ph-dot ph-" + tone(status));
                state.removeAll();
                state.add(new Span(word));
                if (!status.live()) {
                    status.newestFact().ifPresent(at -> state.add(new Span(" "), RelativeTime.age(at)));
                }
                button.setAriaLabel(source.title() + ": " + word);
            }
            if (!status.failures().equals(explained)
                    || popover.getChildren().findAny().isEmpty()) {
                explained = status.failures();
                explain(status);
            }
        }

        private void explain(SourceStatus status) {
            popover.removeAll();
            Div content = new Div(new H2(source.title()));
            if (status.failures().isEmpty()) {
                content.add(new Paragraph("All of it can be read. " + part(source)));
            } else {
                status.failures().forEach(failure -> content.add(Notice.of(failure)));
                content.add(new Paragraph(rest(source)));
            }
            popover.add(content);
        }

        private static String word(SourceStatus status) {
            if (status.live()) {
                return "live";
            }
            boolean preparing = status.failure()
                    .filter(failure -> failure.kind() == Failure.Kind.PREPARING)
                    .isPresent();
            if (status.newestFact().isPresent()) {
                return "old,";
            }
            return preparing ? "preparing" : "missing";
        }

        private static String tone(SourceStatus status) {
            if (status.live()) {
                return "healthy";
            }
            boolean preparing = status.failure()
                    .filter(failure -> failure.kind() == Failure.Kind.PREPARING)
                    .isPresent();
            if (preparing) {
                return "progressing";
            }
            return status.newestFact().isPresent() ? "degraded" : "unknown";
        }

        private static String part(Source source) {
            return switch (source) {
                case KUBERNETES -> "It tells services, pods and nodes, and who may see them.";
                case KAFKA -> "It tells brokers, partitions and their replicas.";
                case PROMETHEUS -> "It tells CPU, memory and throughput.";
            };
        }

        private static String rest(Source source) {
            return switch (source) {
                case KUBERNETES -> "Kafka's own facts and metrics carry on.";
                case KAFKA -> "Services, pods and metrics carry on.";
                case PROMETHEUS ->
                    "Services, pods, brokers and partitions carry on; CPU, memory and throughput show as unknown.";
            };
        }
    }
}
