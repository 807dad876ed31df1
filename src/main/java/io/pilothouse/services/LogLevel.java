package io.pilothouse.services;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How grave a line of a log is, as far as the line itself tells; the gravest first. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG;

    /** Levels stand at the beginning of a line; further on, the same words are prose. */
    private static final int LOOKED_AT = 160;

    private static final Map<String, LogLevel> WORDS = Map.ofEntries(
            Map.entry("fatal", ERROR),
            Map.entry("panic", ERROR),
            Map.entry("crit", ERROR),
            Map.entry("critical", ERROR),
            Map.entry("severe", ERROR),
            Map.entry("err", ERROR),
            Map.entry("error", ERROR),
            Map.entry("warn", WARN),
            Map.entry("warning", WARN),
            Map.entry("notice", INFO),
            Map.entry("info", INFO),
            Map.entry("debug", DEBUG),
            Map.entry("fine", DEBUG),
            Map.entry("trace", DEBUG));

    private static final String WORD = "(" + String.join("|", WORDS.keySet()) + ")";

    /** {@code "level":"error"}, {@code severity=warn}. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:level|lvl|severity|log\\.level)\"?\\s*[:=]\\s*\"?" + WORD + "\\b", Pattern.CASE_INSENSITIVE);

    /** {@code "level":50}, as pino and bunyan write it. */
    private static final Pattern NUMBERED = Pattern.compile("\"level\"\\s*:\\s*(\\d{2})\\b");

    /** {@code E0601 12:00:00.000000}, as klog writes it. */
    private static final Pattern KLOG = Pattern.compile("([EFWID])\\d{4} \\d{2}:\\d{2}");

    /** A word in capitals or in brackets. */
    private static final Pattern BARE =
            Pattern.compile("(?<![A-Za-z])(?:" + WORD.toUpperCase(Locale.ROOT) + "(?![A-Za-z])|\\[(?i:" + WORD + ")])");

    /** The level that the line names; empty where it names none, as the lines of a stack trace do not. */
    public static Optional<LogLevel> of(String line) {
        String beginning = line.length() <= LOOKED_AT ? line : line.substring(0, LOOKED_AT);
        return klog(beginning)
                .or(() -> word(NAMED.matcher(line)))
                .or(() -> numbered(beginning))
                .or(() -> word(BARE.matcher(beginning)));
    }

    /** Whether the line goes on with what the one before it began: a stack trace, or an indented block. */
    public static boolean continues(String line) {
        return line.isEmpty()
                || Character.isWhitespace(line.charAt(0))
                || line.startsWith("Caused by:")
                || line.startsWith("... ");
    }

    private static Optional<LogLevel> klog(String line) {
        Matcher matcher = KLOG.matcher(line);
        return matcher.lookingAt()
                ? Optional.of(
                        switch (matcher.group(1)) {
                            case "E", "F" -> ERROR;
                            case "W" -> WARN;
                            case "I" -> INFO;
                            default -> DEBUG;
                        })
                : Optional.empty();
    }

    private static Optional<LogLevel> numbered(String line) {
        Matcher matcher = NUMBERED.matcher(line);
        return matcher.find() ? Optional.of(ofNumber(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    private static LogLevel ofNumber(int number) {
        return number >= 50 ? ERROR : number >= 40 ? WARN : number >= 30 ? INFO : DEBUG;
    }

    private static Optional<LogLevel> word(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String word =
                Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.groupCount() > 1 ? matcher.group(2) : "");
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }
}
