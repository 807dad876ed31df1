package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.text;

import io.fabric8.kubernetes.api.model.EventSeries;
import io.fabric8.kubernetes.api.model.EventSource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.pilothouse.fleet.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept of an event. Those of the older recorders carry count and timestamps, those of {@code events.k8s.io} an event time and a
 * series; the core API serves both.
 */
final class EventReduction {

    private EventReduction() {}

    static Event reduce(io.fabric8.kubernetes.api.model.Event event) {
        Optional<EventSeries> series = Optional.ofNullable(event.getSeries());
        List<Instant> times = Stream.of(
                        Metadata.instant(event.getFirstTimestamp()),
                        time(Optional.ofNullable(event.getEventTime())),
                        Metadata.instant(event.getLastTimestamp()),
                        time(series.flatMap(known -> Optional.ofNullable(known.getLastObservedTime()))))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return new Event(
                event.getMetadata().getName(),
                "Warning".equals(event.getType()) ? Event.Type.WARNING : Event.Type.NORMAL,
                text(event.getReason()).intern(),
                text(event.getMessage()).strip(),
                subject(event.getInvolvedObject()),
                source(event),
                count(event, series),
                times.stream().findFirst().orElseGet(() -> Metadata.created(event)),
                times.stream().max(Comparator.naturalOrder()).orElseGet(() -> Metadata.created(event)));
    }

    private static Event.Subject subject(ObjectReference about) {
        return new Event.Subject(
                text(about.getKind()).intern(), text(about.getName()).intern());
    }

    private static String source(io.fabric8.kubernetes.api.model.Event event) {
        return Optional.ofNullable(event.getSource())
                .map(EventSource::getComponent)
                .filter(component -> !component.isEmpty())
                .orElseGet(() -> text(event.getReportingComponent()))
                .intern();
    }

    private static int count(io.fabric8.kubernetes.api.model.Event event, Optional<EventSeries> series) {
        int counted = series.map(known -> Metadata.number(known.getCount()))
                .filter(count -> count > 0)
                .orElseGet(() -> Metadata.number(event.getCount()));
        return Math.max(1, counted);
    }

    private static Optional<Instant> time(Optional<MicroTime> time) {
        return time.flatMap(known -> Metadata.instant(known.getTime()));
    }
}
