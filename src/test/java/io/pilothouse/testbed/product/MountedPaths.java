package io.pilothouse.testbed.product;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The paths of a container's mounts, put in the place of those that its settings name. */
final class MountedPaths {

    private final Map<String, Path> mounts;
    private final Pattern anyOfThem;

    /** @param mounts folder on this machine by mount path; at least one */
    MountedPaths(Map<String, Path> mounts) {
        this.mounts = mounts;
        this.anyOfThem = Pattern.compile(mounts.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w/.-])(", ")(?![\\w.-])")));
    }

    /** The text with each path below a mount as it is on this machine. */
    String onThisMachine(String text) {
        return anyOfThem
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(mounts.get(found.group(1)))));
    }
}
