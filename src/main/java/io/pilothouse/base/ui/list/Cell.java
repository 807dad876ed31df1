package io.pilothouse.base.ui.list;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What stands where a row and a column meet. */
public sealed interface Cell {

    /** How the text of a cell is set. */
    enum Tone {
        PLAIN,
        /** Of less weight: beside what matters, or not known. */
        DIM,
        /** Of more weight. */
        STRONG,
        /** Something does not go as it should. */
        WARNING,
        /** Known, but old. */
        STALE,
        /** Names and tags that a machine made. */
        MONO
    }

    /**
     * Words or a figure.
     *
     * @param hint more about it, shown on hover and focus; may be empty
     * @param asOf when it was so, where that matters: the time since is shown behind it
     */
    record Text(String text, Tone tone, String hint, Optional<Instant> asOf) implements Cell {

        /** The same in another tone. */
        public Text in(Tone other) {
            return new Text(text, other, hint, asOf);
        }

        /** The same with more about it. */
        public Text hint(String more) {
            return new Text(text, tone, more, asOf);
        }

        /** The same, with the time since behind it. */
        public Text asOf(Instant moment) {
            return new Text(text, tone, hint, Optional.of(moment));
        }
    }

    /**
     * A link to the row's own page, or to that of what it belongs to.
     *
     * @param path the address, relative to the console's; empty where there is nothing to go to
     * @param beside what stands behind the name in less weight; may be empty
     * @param mark a word in a frame behind both; may be empty
     */
    record Link(String path, String text, String beside, String mark) implements Cell {}

    /**
     * One of the five states, or something like it.
     *
     * @param word what stands beside the state's shape, in its colour
     */
    record State(HealthState state, String word) implements Cell {

        public State(HealthState state) {
            this(state, state.word());
        }
    }

    /** A moment, shown as the time since. */
    record Time(Instant at) implements Cell {}

    /** Words or a figure. */
    static Text text(String text) {
        return new Text(text, Tone.PLAIN, "", Optional.empty());
    }

    /** Stands where a value is not known; never a zero. */
    static Text absent(String reason) {
        return new Text(Formats.ABSENT, Tone.DIM, reason, Optional.empty());
    }

    /** A value where there is one, else that it is absent and why. */
    static <V> Text optional(Optional<V> value, Function<? super V, String> inWords, String reason) {
        return value.map(present -> text(inWords.apply(present))).orElseGet(() -> absent(reason));
    }

    /** A value as its source told it: an old one shows its age, an unknown one why. */
    static <V> Text observed(Observed<V> observed, Function<? super V, String> inWords) {
        return switch (observed) {
            case Observed.Fresh<V> fresh -> text(inWords.apply(fresh.content()));
            case Observed.Stale<V> stale ->
                new Text(
                        inWords.apply(stale.content()),
                        Tone.STALE,
                        stale.failure().summary(),
                        Optional.of(stale.at()));
            case Observed.Missing<V> missing -> absent(missing.failure().summary());
        };
    }

    /** What stands in an export; empty where a value is not known. */
    default String exported() {
        return switch (this) {
            case Text text -> text.text().equals(Formats.ABSENT) ? "" : text.text();
            case Link link -> link.text();
            case State state -> state.word();
            case Time time -> time.at().toString();
        };
    }
}
