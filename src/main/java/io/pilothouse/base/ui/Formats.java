package io.pilothouse.base.ui;

import java.text.Bidi;
import java.time.Duration;
import java.util.Locale;

/** How figures are written. The same in every locale, with units, and short enough for a table. */
public final class Formats {

    /** Stands where a value is not known. Never a zero. */
    public static final String ABSENT = "–";

    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final double STEP = 1000;
    private static final double WITH_FRACTION = 100;
    private static final double WHOLE_FROM = 9.95;
    private static final int FEW_MINUTES = 10;

    private Formats() {}

    /** Bytes in decimal units, as disks and networks count: "18.4 MB". */
    public static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < BYTE_UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        boolean whole = unit == 0 || value >= WITH_FRACTION;
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", value, BYTE_UNITS[unit]);
    }

    /** A name as it stands in a sentence: one written from right to left turns nothing around it (Unicode's FSI and PDI). */
    public static String name(String name) {
        return Bidi.requiresBidi(name.toCharArray(), 0, name.length()) ? "\u2068" + name + "\u2069" : name;
    }

    /** Bytes a second: "18.4 MB/s". */
    public static String bytesPerSecond(double bytes) {
        return bytes(bytes) + "/s";
    }

    /** CPU in cores, thousandths below one: "250 m", "1.5". */
    public static String cores(double cores) {
        return cores < 1
                ? String.format(Locale.ROOT, "%.0f m", cores * STEP)
                : String.format(Locale.ROOT, "%.2f", cores);
    }

    /** A share of one: "41 %", with a narrow space. */
    public static String percent(double share) {
        return count(Math.round(share * 100)) + "\u202f%";
    }

    /** A count with a narrow space between groups of three: "12 400". */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }

    /** A count and its noun: "1 broker", "3 brokers". */
    public static String counted(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Records a second, with a fraction where there are few: "15 /s", "0.4 /s". */
    public static String perSecond(double rate) {
        return rate == 0 || rate >= WHOLE_FROM
                ? count(Math.round(rate)) + " /s"
                : String.format(Locale.ROOT, "%.1f /s", rate);
    }

    /** A length of time in its one or two largest units: "850 ms", "12 s", "2 min 5 s", "3 h 20 min", "2 d 4 h". */
    public static String duration(Duration duration) {
        if (duration.toSeconds() == 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() < FEW_MINUTES
                    ? units(duration.toMinutes(), "min", duration.toSecondsPart(), "s")
                    : duration.toMinutes() + " min";
        }
        return duration.toDays() == 0
                ? units(duration.toHours(), "h", duration.toMinutesPart(), "min")
                : units(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    private static String units(long large, String largeUnit, int small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** The tag of an image, what comes behind the last colon; a digest in short; {@value #ABSENT} without one. */
    public static String imageTag(String image) {
        int digest = image.indexOf('@');
        String named = digest < 0 ? image : image.substring(0, digest);
        int colon = named.lastIndexOf(':');
        if (colon > named.lastIndexOf('/')) {
            return named.substring(colon + 1);
        }
        return digest < 0 ? ABSENT : shortDigest(image.substring(digest + 1));
    }

    private static String shortDigest(String digest) {
        int begin = digest.indexOf(':') + 1;
        return digest.substring(begin, Math.min(digest.length(), begin + 12));
    }
}
