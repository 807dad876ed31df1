package io.pilothouse.services.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.services.LogStatus;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the state of logs is put into words. */
final class LogWords {

    private LogWords() {}

    /** "Following 4 containers; 1 has no log yet." */
    static String following(LogStatus.Reading reading) {
        String open = reading.open() == 0
                ? "No container has a log yet"
                : "Following " + Formats.counted(reading.open(), "container");
        return sentence(
                open,
                reading.open() == 0 ? "" : has(reading.waiting(), "no log yet"),
                left(reading),
                unreadable(reading));
    }

    /** "What 2 containers wrote before their last restart; 2 have no earlier run." */
    static String previous(LogStatus.Reading reading) {
        String open = reading.open() == 0
                ? "No container has an earlier run whose log is kept"
                : "What " + Formats.counted(reading.open(), "container") + " wrote before "
                        + (reading.open() == 1 ? "its" : "their") + " last restart";
        return sentence(
                open,
                reading.open() == 0 ? "" : has(reading.waiting(), "no earlier run"),
                left(reading),
                unreadable(reading));
    }

    private static String has(int count, String what) {
        return count == 0 ? "" : Formats.count(count) + (count == 1 ? " has " : " have ") + what;
    }

    private static String left(LogStatus.Reading reading) {
        return reading.left() == 0
                ? ""
                : Formats.counted(reading.left(), "container") + " of older pods "
                        + (reading.left() == 1 ? "is" : "are") + " left out";
    }

    private static String unreadable(LogStatus.Reading reading) {
        int failures = reading.failures().size();
        return failures == 0 ? "" : Formats.count(failures) + " cannot be read";
    }

    private static String sentence(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")) + ".";
    }
}
