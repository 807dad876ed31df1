package io.pilothouse.shell;

import io.pilothouse.access.ui.Found;
import io.pilothouse.base.HealthState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what people type in a list of objects. All words must be found: in the name, in where it is, or in its kind. What is found at the
 * beginning of a name comes before what is found at the beginning of one of its parts, and that before what is found anywhere; among
 * equals the shorter name, then the worse state. Without words, what needs attention comes first.
 */
final class PaletteSearch {

    private static final int EXACT = 0;
    private static final int BEGINNING = 1;
    private static final int BEGINNING_OF_PART = 2;
    private static final int IN_NAME = 3;
    private static final int BESIDE_NAME = 4;

    /** @param rank how well it fits, the least the best */
    private record Candidate(Found found, int rank) {}

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::rank)
            .thenComparingInt(candidate -> candidate.found().name().length())
            .thenComparing(candidate -> candidate.found().state().orElse(HealthState.HEALTHY))
            .thenComparing(candidate -> candidate.found().name())
            .thenComparing(candidate -> candidate.found().where())
            .thenComparing(candidate -> candidate.found().kind());

    private static final Comparator<Found> WORST_FIRST = Comparator.comparing(
                    (Found found) -> found.state().orElse(HealthState.HEALTHY))
            .thenComparing(Found::name)
            .thenComparing(Found::where);

    private PaletteSearch() {}

    /** The best of them, at most so many. */
    static List<Found> best(Stream<Found> all, String typed, int limit) {
        List<String> words = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return all.sorted(WORST_FIRST).limit(limit).toList();
        }
        return all.flatMap(found -> candidate(found, words).stream())
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(Candidate::found)
                .toList();
    }

    private static Optional<Candidate> candidate(Found found, List<String> words) {
        int rank = 0;
        for (String word : words) {
            Optional<Integer> fits = rank(found, word);
            if (fits.isEmpty()) {
                return Optional.empty();
            }
            rank += fits.orElseThrow();
        }
        return Optional.of(new Candidate(found, rank));
    }

    private static Optional<Integer> rank(Found found, String word) {
        String name = found.name().toLowerCase(Locale.ROOT);
        if (name.equals(word)) {
            return Optional.of(EXACT);
        }
        if (name.startsWith(word)) {
            return Optional.of(BEGINNING);
        }
        int at = name.indexOf(word);
        if (at >= 0) {
            return Optional.of(beginsPart(name, word, at) ? BEGINNING_OF_PART : IN_NAME);
        }
        String beside = (found.where() + " " + found.kind()).toLowerCase(Locale.ROOT);
        return beside.contains(word) ? Optional.of(BESIDE_NAME) : Optional.empty();
    }

    private static boolean beginsPart(String name, String word, int first) {
        for (int at = first; at >= 0; at = name.indexOf(word, at + 1)) {
            if (!Character.isLetterOrDigit(name.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
