package io.pilothouse.clusters.ui;

import io.pilothouse.base.ui.Formats;
import io.pilothouse.clusters.Loss;
import java.util.ArrayList;
import java.util.List;

/** How losses are put into words. */
final class LossWords {

    private LossWords() {}

    /** "Without it, 2 partitions would be offline, and 14 would refuse writes with acks=all." */
    static String sentence(Loss loss) {
        List<String> parts = harms(loss);
        return parts.isEmpty()
                ? "Without it, all partitions could still be read and written."
                : "Without it, " + String.join(", and ", parts) + ".";
    }

    /** "2 partitions would be offline, 14 partitions would refuse writes"; that nothing would stop. */
    static String phrase(Loss loss) {
        List<String> parts = harms(loss);
        return parts.isEmpty() ? "nothing would stop" : String.join(", ", parts);
    }

    private static List<String> harms(Loss loss) {
        List<String> parts = new ArrayList<>();
        if (loss.offline() > 0) {
            parts.add(Formats.counted(loss.offline(), "partition") + " would be offline");
        }
        if (loss.belowMinimum() > 0) {
            parts.add(Formats.counted(loss.belowMinimum(), "partition") + " would refuse writes with acks=all");
        }
        return parts;
    }
}
