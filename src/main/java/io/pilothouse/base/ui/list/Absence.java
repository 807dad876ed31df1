package io.pilothouse.base.ui.list;

import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.Formats;

/**
 * Why a list has no rows, and what to do.
 *
 * @param title what is so, in a few words
 * @param explanation why, and the next step
 */
public record Absence(String title, String explanation) {

    /** There are rows, but what is asked for leaves all of them out. */
    public static Absence nothingMatches(int total, String noun) {
        return new Absence(
                "Nothing matches",
                "None of the " + Formats.count(total) + " " + noun + " passes the search and the filters.");
    }

    /** Nobody knows, because of a failure. */
    public static Absence because(Failure failure) {
        return new Absence(failure.summary(), failure.meaning() + " " + failure.remedy());
    }
}
