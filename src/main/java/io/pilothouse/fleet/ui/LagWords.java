package io.pilothouse.fleet.ui;

import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.Delay;
import io.pilothouse.fleet.Lag;
import java.util.Optional;
import java.util.OptionalLong;

/** How figures of lag are put into words, wherever they are shown. */
public final class LagWords {

    private static final String MEASURING = "Its speed is still being measured.";
    private static final String UNKNOWN = "Its end or its committed offset is not known.";

    private LagWords() {}

    /** "12 400"; "≥ 12 400" where some partitions are not known; none is good news and steps back. */
    public static Cell.Text messages(Observed<Lag> lag) {
        return lag.known().flatMap(LagWords::unknownMessages).orElseGet(() -> {
            Cell.Text text = Cell.observed(lag, LagWords::messages);
            return text.tone() == Cell.Tone.PLAIN && text.text().equals("0") ? text.in(Cell.Tone.DIM) : text;
        });
    }

    private static Optional<Cell.Text> unknownMessages(Lag lag) {
        return lag.messages().isEmpty()
                ? Optional.of(Cell.absent(
                        lag.unknown() == 0
                                ? "It has committed no offset and reads no partition."
                                : "Of none of its partitions both the end and the committed offset are known."))
                : Optional.empty();
    }

    private static String messages(Lag lag) {
        String known = Formats.count(lag.messages().orElse(0));
        return lag.unknown() == 0 ? known : "≥ " + known;
    }

    /** The lag of one partition. */
    public static Cell.Text messages(OptionalLong lag) {
        if (lag.isEmpty()) {
            return Cell.absent(UNKNOWN);
        }
        Cell.Text text = Cell.text(Formats.count(lag.getAsLong()));
        return lag.getAsLong() == 0 ? text.in(Cell.Tone.DIM) : text;
    }

    /** The lag in time of a group. */
    public static Cell.Text delay(Observed<Lag> lag) {
        return lag.known()
                .map(known -> {
                    Cell.Text text = delay(known.delay());
                    return lag instanceof Observed.Stale<Lag> stale
                                    && !text.text().equals(Formats.ABSENT)
                            ? text.in(Cell.Tone.STALE).hint(stale.failure().summary())
                            : text;
                })
                .orElseGet(() -> Cell.observed(lag, _ -> ""));
    }

    /** "12 min"; "≥ 4 min". */
    public static Cell.Text delay(Delay delay) {
        return switch (delay) {
            case Delay.Known known
            when known.value().isZero() -> Cell.text("none").in(Cell.Tone.DIM).hint("Nothing is left to read.");
            case Delay.Known known -> Cell.text(Formats.duration(known.value()));
            case Delay.AtLeast atLeast ->
                Cell.text("≥ " + Formats.duration(atLeast.value()))
                        .hint("It is not known yet when the first record was written that it has yet to read.");
            case Delay.Unknown unknown -> Cell.absent(unknown.reason());
        };
    }

    /** A rate that may not be measured yet. */
    public static Cell.Text rate(Optional<Double> rate) {
        return Cell.optional(rate, Formats::perSecond, MEASURING);
    }

    /** "caught up"; "in 4 min"; "never at this speed". */
    public static Cell.Text catchUp(CatchUp catchUp) {
        return switch (catchUp) {
            case CatchUp.Done _ -> Cell.text("caught up").in(Cell.Tone.DIM);
            case CatchUp.In in -> Cell.text("in " + Formats.duration(in.time()));
            case CatchUp.Never _ ->
                Cell.text("not at this speed").hint("No more is read than is written, of some partition or in all.");
            case CatchUp.Unknown unknown -> Cell.absent(unknown.reason());
        };
    }

    /** "12 min behind", "at least 4 min behind"; empty when that is not known or nothing is left to read. */
    public static Optional<String> behind(Delay delay) {
        return switch (delay) {
            case Delay.Known known when known.value().isZero() -> Optional.empty();
            case Delay.Known known -> Optional.of(Formats.duration(known.value()) + " behind");
            case Delay.AtLeast atLeast -> Optional.of("at least " + Formats.duration(atLeast.value()) + " behind");
            case Delay.Unknown _ -> Optional.empty();
        };
    }

    /** Where it goes, behind "it is 12 min behind and": "falling further". */
    public static String trend(Lag lag) {
        return switch (lag.trend()) {
            case GROWING -> " and falling further";
            case STEADY -> " and stays so";
            case SHRINKING ->
                lag.catchUp() instanceof CatchUp.In(var time)
                        ? " and catches up in about " + Formats.duration(time)
                        : " and catching up";
            case UNKNOWN -> "";
        };
    }
}
