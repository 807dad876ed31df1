package io.pilothouse.clusters;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * That Strimzi's operator has restarted a pod, and why, as its event on the {@code Kafka} says (Strimzi's documentation, "Finding information about
 * restarts"). Kubernetes keeps events for an hour or so.
 *
 * @param pod the name of the pod
 * @param why in the operator's words: {@code Pod was manually annotated to be rolled}
 */
public record OperatorRestart(String pod, String why, Instant at) {

    private static final Pattern MESSAGE = Pattern.compile("Rolling Pod (?<pod>\\S+) due to (?<why>.+)");

    /** Those of one cluster, the newest first. */
    public static List<OperatorRestart> of(ClusterId cluster, List<Event> events) {
        return events.stream()
                .filter(event -> event.subject().equals(new Event.Subject("Kafka", cluster.name())))
                .flatMap(OperatorRestart::of)
                .sorted(Comparator.comparing(OperatorRestart::at).reversed())
                .toList();
    }

    private static Stream<OperatorRestart> of(Event event) {
        Matcher matcher = MESSAGE.matcher(event.message());
        return matcher.matches()
                ? Stream.of(new OperatorRestart(matcher.group("pod"), matcher.group("why"), event.last()))
                : Stream.empty();
    }
}
