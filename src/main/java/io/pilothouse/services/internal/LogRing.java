package io.pilothouse.services.internal;

import io.pilothouse.services.LogLevel;
import io.pilothouse.services.LogLine;
import io.pilothouse.services.spi.ContainerLogs;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest lines of a log, bounded in number and in size. */
final class LogRing {

    static final int LINES = 5_000;
    static final int CHARACTERS = 4_000_000;

    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private final Map<ContainerLogs.Source, Optional<LogLevel>> lastLevels = new HashMap<>();
    private long newest;
    private int characters;

    synchronized void add(ContainerLogs.Source from, Instant at, String text) {
        Optional<LogLevel> level = LogLevel.of(text);
        if (level.isEmpty() && LogLevel.continues(text)) {
            level = lastLevels.getOrDefault(from, Optional.empty());
        }
        lastLevels.put(from, level);
        newest++;
        lines.addLast(new LogLine(newest, at, from.pod(), from.container(), level, text));
        characters += text.length();
        while (lines.size() > LINES || characters > CHARACTERS) {
            characters -= lines.removeFirst().text().length();
        }
    }

    /** Lets go of all lines; the count goes on. */
    synchronized void clear() {
        lines.clear();
        lastLevels.clear();
        characters = 0;
    }

    /** The number of the newest line; 0 before the first. */
    synchronized long newest() {
        return newest;
    }

    /** The newest lines after the one of this number, at most so many, in the order in which they came. */
    synchronized List<LogLine> after(long number, int atMost) {
        int wanted = (int) Math.min(Math.min(newest - number, atMost), lines.size());
        List<LogLine> found = new ArrayList<>(wanted);
        var newestFirst = lines.descendingIterator();
        while (found.size() < wanted) {
            found.add(newestFirst.next());
        }
        return found.reversed();
    }

    /** All lines by time. */
    synchronized List<LogLine> byTime() {
        return lines.stream()
                .sorted(Comparator.comparing(LogLine::at).thenComparing(LogLine::number))
                .toList();
    }
}
