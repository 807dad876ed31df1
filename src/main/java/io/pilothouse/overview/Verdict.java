package io.pilothouse.overview;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.SourceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer in words.
 *
 * @param state the state of the whole, as far as it is known
 * @param headline the state and since when, without a full stop
 * @param explanation what makes it so, in sentences
 */
public record Verdict(HealthState state, String headline, String explanation) {

    private static final int NAMED = 3;

    /** What the findings and the sources add up to. What is not known is never called healthy. */
    public static Verdict of(VisibleFleet fleet, List<Finding> findings) {
        List<SourceStatus> silent = silent(fleet);
        List<Finding> troubles = findings.stream()
                .filter(finding -> finding.health().state() != HealthState.PROGRESSING)
                .toList();
        Optional<HealthState> worst =
                findings.stream().findFirst().map(finding -> finding.health().state());
        HealthState state = state(worst, silent);
        return new Verdict(state, headline(state, troubles, silent), explanation(findings, silent));
    }

    private static List<SourceStatus> silent(VisibleFleet fleet) {
        List<SourceStatus> silent = new ArrayList<>();
        for (Source source : new Source[] {Source.KUBERNETES, Source.KAFKA}) {
            SourceStatus status = fleet.source(source);
            boolean hidden = status.failure()
                    .map(Failure::kind)
                    .filter(Failure.Kind.DENIED::equals)
                    .isPresent();
            if (!status.live() && !hidden) {
                silent.add(status);
            }
        }
        return silent;
    }

    private static HealthState state(Optional<HealthState> worst, List<SourceStatus> silent) {
        HealthState known = worst.orElse(HealthState.HEALTHY);
        boolean unsure = !silent.isEmpty();
        return unsure && HealthState.UNKNOWN.isWorseThan(known) ? HealthState.UNKNOWN : known;
    }

    private static String headline(HealthState state, List<Finding> troubles, List<SourceStatus> silent) {
        Optional<Instant> since = state == HealthState.UNKNOWN && !silent.isEmpty()
                ? silent.getFirst().failure().map(Failure::since)
                : Optional.empty();
        int count = troubles.size();
        return switch (state) {
            case HEALTHY -> "Healthy";
            case PROGRESSING -> "Healthy, with changes under way";
            case UNKNOWN -> since.isPresent() ? "Not all is known" : "Unknown";
            case DEGRADED, FAILING ->
                state.word() + ": " + (count == 1 ? "1 thing needs" : count + " things need") + " attention";
        };
    }

    private static String explanation(List<Finding> findings, List<SourceStatus> silent) {
        List<String> sentences = new ArrayList<>();
        silent.forEach(
                status -> sentences.add(status.failure().map(Failure::summary).orElse("") + "."));
        findings.stream().limit(NAMED).forEach(finding -> sentences.add(sentence(finding)));
        if (findings.size() > NAMED) {
            sentences.add("And " + (findings.size() - NAMED) + " more.");
        } else if (silent.isEmpty()) {
            sentences.add(
                    findings.isEmpty() ? "Everything is as it should be." : "Everything else is as it should be.");
        } else {
            sentences.add("What else is shown was so when it was last known.");
        }
        return sentences.stream().filter(sentence -> sentence.length() > 1).collect(Collectors.joining(" "));
    }

    /** In short: what follows a colon in the reason stands in the list below. */
    private static String sentence(Finding finding) {
        String reason = finding.health().reason();
        int colon = reason.indexOf(": ");
        String cause = colon < 0 ? reason : reason.substring(0, colon);
        String state = finding.health().state().word().toLowerCase(Locale.ROOT);
        return finding.title() + " is " + state + (cause.isEmpty() ? "" : " (" + cause + ")") + ".";
    }
}
