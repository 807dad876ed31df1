package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.Figure;
import io.pilothouse.base.ui.FigureTile;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the pods of a service use now, large, and how much of their limits that is.
 *
 * @param seesPods whether the person may see these pods
 */
record UsageTiles(Observed<UsedNow> used, boolean seesPods) {

    Tile cpu() {
        return new FigureTile("CPU", figure(now -> Formats.cores(now.cores())), "cores", share(UsedNow::cpuShare));
    }

    Tile memory() {
        return new FigureTile("Memory", figure(now -> Formats.bytes(now.memory())), "", share(UsedNow::memoryShare));
    }

    private Component figure(Function<UsedNow, String> inWords) {
        if (!seesPods) {
            return Figure.absent("You lack the right to list its pods.");
        }
        boolean unmeasured = used.known().filter(sum -> sum.measured() == 0).isPresent();
        return unmeasured ? Figure.absent("Prometheus has no series of its pods yet.") : Figure.of(used, inWords);
    }

    /** Of how many pods the figure is, or why there is none. */
    private String share(Function<UsedNow, Optional<Double>> ofLimit) {
        if (!seesPods) {
            return "You lack the right to list its pods";
        }
        return used.known()
                .map(now -> now.measured() == 0
                        ? "Prometheus does not know its pods"
                        : now.share()
                                + ofLimit.apply(now).map(UsageTiles::ofLimit).orElse("; not all have a limit"))
                .orElseGet(() -> used.problem().map(Failure::summary).orElse(""));
    }

    private static String ofLimit(double share) {
        return "; " + Formats.percent(share) + " of their limits";
    }
}
