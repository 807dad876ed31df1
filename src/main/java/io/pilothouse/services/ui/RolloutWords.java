package io.pilothouse.services.ui;

import io.pilothouse.base.FieldChange;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.services.Rollout;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How revisions and what they changed are put into words. */
final class RolloutWords {

    private static final int TOLD_AT_MOST = 3;
    private static final int LONG_VALUE = 32;

    private static final String RESTARTED = "metadata.annotations[kubectl.kubernetes.io/restartedAt]";
    private static final Pattern IMAGE = Pattern.compile("spec\\.(?:initC|c)ontainers\\[(.+?)]\\.image");
    private static final Pattern VARIABLE =
            Pattern.compile("spec\\.(?:initC|c)ontainers\\[.+?]\\.env\\[(.+?)](\\..+)?");
    private static final Pattern CONTAINER_FIELD = Pattern.compile("spec\\.(?:initC|c)ontainers\\[.+?]\\.(.+)");

    private RolloutWords() {}

    /** What a revision changed, in a phrase: "image 3.0.4 → 3.0.5, LOG_LEVEL INFO → DEBUG and 2 more fields". */
    static String summary(Rollout rollout) {
        if (rollout.before().isEmpty()) {
            return "the oldest that is kept, so what it changed is not known";
        }
        List<FieldChange> changes = rollout.changes();
        if (changes.isEmpty()) {
            return "the same template as before";
        }
        if (changes.stream().allMatch(change -> change.path().equals(RESTARTED))) {
            return "restarted, nothing else changed";
        }
        List<FieldChange> named = Stream.concat(
                        changes.stream().filter(RolloutWords::isImage),
                        changes.stream().filter(change -> !isImage(change) && !isNamelessPart(change)))
                .toList();
        List<String> told = named.stream()
                .map(RolloutWords::phrase)
                .distinct()
                .limit(TOLD_AT_MOST)
                .toList();
        int more = changes.size() - told.size();
        return String.join(", ", told) + (more > 0 ? " and " + Formats.counted(more, "more field") : "");
    }

    /** How the service's pods run what it is to run: "All 2 pods run revision 4". */
    static String verdict(List<Rollout> rollouts) {
        Rollout current = rollouts.getFirst();
        List<Rollout> older = rollouts.stream()
                .skip(1)
                .filter(rollout -> rollout.pods().filter(pods -> pods > 0).isPresent())
                .toList();
        String number = "revision " + current.revision().number();
        if (current.pods().isEmpty()) {
            return ServiceWords.sentence(number) + " is the present one.";
        }
        int pods = current.pods().orElseThrow();
        if (older.isEmpty()) {
            return pods == 0
                    ? ServiceWords.sentence(number) + " is the present one; it has no pods."
                    : "All " + Formats.counted(pods, "pod") + (pods == 1 ? " runs " : " run ") + number + ".";
        }
        return Formats.counted(pods, "pod") + (pods == 1 ? " runs " : " run ") + number + "; "
                + older.stream()
                        .map(rollout -> Formats.count(rollout.pods().orElseThrow()) + " still "
                                + (rollout.pods().orElseThrow() == 1 ? "runs" : "run") + " revision "
                                + rollout.revision().number())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** Gone back to, where the number says so: "was revision 2 before". */
    static Optional<String> earlier(Rollout rollout) {
        List<Long> earlier = rollout.revision().earlier();
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of("gone back to, was revision "
                        + earlier.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " before");
    }

    private static String phrase(FieldChange change) {
        if (isImage(change)) {
            return "image "
                    + arrow(
                            change.before().map(RolloutWords::tag),
                            change.after().map(RolloutWords::tag));
        }
        return field(change.path()) + " " + arrow(change.before(), change.after());
    }

    private static String arrow(Optional<String> before, Optional<String> after) {
        return before.map(old -> after.map(now -> shortened(old) + " → " + shortened(now))
                        .orElse("taken away"))
                .orElseGet(() -> after.map(now -> "added as " + shortened(now)).orElse(""));
    }

    private static String field(String path) {
        Matcher variable = VARIABLE.matcher(path);
        if (variable.matches()) {
            return variable.group(1);
        }
        Matcher field = CONTAINER_FIELD.matcher(path);
        return field.matches() ? field.group(1) : path.startsWith("spec.") ? path.substring("spec.".length()) : path;
    }

    private static boolean isImage(FieldChange change) {
        return IMAGE.matcher(change.path()).matches();
    }

    /** An entry's name comes and goes with the entry, and says nothing beside its value. */
    private static boolean isNamelessPart(FieldChange change) {
        return change.path().endsWith("].name");
    }

    private static String tag(String image) {
        String tag = Formats.imageTag(image);
        return tag.equals(Formats.ABSENT) ? image : tag;
    }

    private static String shortened(String value) {
        return value.length() <= LONG_VALUE ? value : value.substring(0, LONG_VALUE - 1) + "…";
    }
}
