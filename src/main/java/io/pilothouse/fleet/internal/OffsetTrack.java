package io.pilothouse.fleet.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How an offset grew: a few samples of (time, offset), both never decreasing, between which it is taken to grow evenly. Immutable. Of
 * samples that are long ago fewer are kept, and none within a time in which nothing grew, so that a track stays short however long it
 * is.
 */
final class OffsetTrack {

    private static final int SAMPLES_AT_MOST = 64;
    private static final double MILLIS = 1000;

    private final long[] millis;
    private final long[] offsets;

    private OffsetTrack(long[] millis, long[] offsets) {
        this.millis = millis;
        this.offsets = offsets;
    }

    /** A track of one sample. */
    static OffsetTrack of(Instant at, long offset) {
        return new OffsetTrack(new long[] {at.toEpochMilli()}, new long[] {offset});
    }

    /**
     * This track and a newer sample. An offset that is less than the one before begins the track anew: the topic was made again, or the
     * offset was reset. A sample that is not newer is left out.
     */
    OffsetTrack then(Instant at, long offset) {
        long now = at.toEpochMilli();
        int last = millis.length - 1;
        if (offset < offsets[last]) {
            return of(at, offset);
        }
        if (now <= millis[last]) {
            return this;
        }
        boolean rests = last > 0 && offsets[last - 1] == offset && offsets[last] == offset;
        return rests ? ending(now) : with(last + 1, now, offset);
    }

    /** This track with one more sample from before now; an offset that does not fit between its neighbours is moved there. */
    OffsetTrack knowing(Instant at, long offset) {
        long moment = at.toEpochMilli();
        int place = Arrays.binarySearch(millis, moment);
        if (place >= 0) {
            return this;
        }
        int index = -place - 1;
        long least = index == 0 ? Long.MIN_VALUE : offsets[index - 1];
        long most = index == millis.length ? Long.MAX_VALUE : offsets[index];
        return with(index, moment, Math.clamp(offset, least, most));
    }

    /** The first moment it knows of. */
    Instant begin() {
        return Instant.ofEpochMilli(millis[0]);
    }

    /** The offset that it begins with. */
    long first() {
        return offsets[0];
    }

    /** Its newest offset. */
    long last() {
        return offsets[offsets.length - 1];
    }

    /** When it was last seen to grow; empty when it never did. */
    Optional<Instant> lastGrowth() {
        int index = offsets.length - 1;
        while (index > 0 && offsets[index - 1] == offsets[index]) {
            index--;
        }
        return index == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis[index]));
    }

    /** When it passed the offset, that is, when the record of that offset came; empty when that was before the track begins or is yet to come. */
    Optional<Instant> passed(long offset) {
        int before = lastAtOrBelow(offset);
        if (before < 0 || before == offsets.length - 1) {
            return Optional.empty();
        }
        double share = (double) (offset - offsets[before]) / (offsets[before + 1] - offsets[before]);
        return Optional.of(
                Instant.ofEpochMilli(millis[before] + Math.round(share * (millis[before + 1] - millis[before]))));
    }

    /** The time between two samples. */
    record Span(Instant from, Instant to) {

        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** Between which two samples it passed the offset; both are the same where a sample is of that very offset. Empty when it did not. */
    Optional<Span> around(long offset) {
        int before = lastAtOrBelow(offset);
        if (before < 0 || before == offsets.length - 1) {
            return Optional.empty();
        }
        int after = offsets[before] == offset ? before : before + 1;
        return Optional.of(new Span(Instant.ofEpochMilli(millis[before]), Instant.ofEpochMilli(millis[after])));
    }

    /**
     * How much it grew a second, on average from the moment, or its begin when that is later, to its newest sample; empty when that is
     * less than the shortest time to go by.
     */
    Optional<Double> rateSince(Instant from, Duration shortest) {
        long begin = Math.max(from.toEpochMilli(), millis[0]);
        long end = millis[millis.length - 1];
        return end - begin < shortest.toMillis()
                ? Optional.empty()
                : Optional.of((offsets[offsets.length - 1] - offsetAt(begin)) * MILLIS / (end - begin));
    }

    private double offsetAt(long moment) {
        int place = Arrays.binarySearch(millis, moment);
        if (place >= 0) {
            return offsets[place];
        }
        int after = Math.min(-place - 1, millis.length - 1);
        int before = Math.max(after - 1, 0);
        if (before == after) {
            return offsets[before];
        }
        double share = (double) (moment - millis[before]) / (millis[after] - millis[before]);
        return offsets[before] + share * (offsets[after] - offsets[before]);
    }

    private int lastAtOrBelow(long offset) {
        int index = offsets.length - 1;
        while (index >= 0 && offsets[index] > offset) {
            index--;
        }
        return index;
    }

    private OffsetTrack with(int index, long moment, long offset) {
        return new OffsetTrack(inserted(millis, index, moment), inserted(offsets, index, offset)).thinned();
    }

    private static long[] inserted(long[] values, int index, long value) {
        long[] more = new long[values.length + 1];
        System.arraycopy(values, 0, more, 0, index);
        more[index] = value;
        System.arraycopy(values, index, more, index + 1, values.length - index);
        return more;
    }

    private OffsetTrack ending(long moment) {
        long[] later = millis.clone();
        later[later.length - 1] = moment;
        return new OffsetTrack(later, offsets);
    }

    /** When it has become too long, that sample goes whose loss leaves the smallest gap for its age, so that gaps grow with age. */
    private OffsetTrack thinned() {
        if (millis.length <= SAMPLES_AT_MOST) {
            return this;
        }
        long now = millis[millis.length - 1];
        int dispensable = 1;
        double smallest = Double.MAX_VALUE;
        for (int index = 1; index < millis.length - 1; index++) {
            double gap = (double) (millis[index + 1] - millis[index - 1]) / (now - millis[index - 1]);
            if (gap < smallest) {
                smallest = gap;
                dispensable = index;
            }
        }
        return new OffsetTrack(without(millis, dispensable), without(offsets, dispensable));
    }

    private static long[] without(long[] values, int index) {
        long[] fewer = new long[values.length - 1];
        System.arraycopy(values, 0, fewer, 0, index);
        System.arraycopy(values, index + 1, fewer, index, fewer.length - index);
        return fewer;
    }
}
