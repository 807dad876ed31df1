package io.pilothouse.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.SourceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says above every page what of it is old or missing, in one line a source; gone when all is well. */
class PreparationBanner extends Div {

    private List<String> shown = List.of();

    PreparationBanner() {
        addClassName("ph-banner");
        setVisible(false);
        getElement().setAttribute("role", "status");
    }

    void show(LivePicture picture) {
        List<SourceStatus> troubled = new ArrayList<>();
        for (Source source : Source.values()) {
            SourceStatus status = picture.fleet().source(source);
            if (!status.live()
                    && status.failure().filter(PreparationBanner::concernsAll).isPresent()) {
                troubled.add(status);
            }
        }
        Optional<Failure> rights = picture.sight().problem();
        List<String> now = new ArrayList<>();
        troubled.forEach(status -> now.add(status.failure().orElseThrow().summary() + status.newestFact()));
        rights.ifPresent(failure -> now.add(failure.summary()));
        if (now.equals(shown)) {
            return;
        }
        shown = List.copyOf(now);
        removeAll();
        troubled.forEach(status -> add(line(status)));
        rights.filter(_ -> troubled.stream().noneMatch(status -> status.source() == Source.KUBERNETES))
                .ifPresent(failure -> add(new Div(new Span(failure.summary()))));
        setVisible(!now.isEmpty());
    }

    private static Div line(SourceStatus status) {
        Failure failure = status.failure().orElseThrow();
        Div line = new Div(new Span(failure.summary() + ". "));
        status.newestFact()
                .ifPresentOrElse(
                        at -> line.add(
                                new Span("What is shown of " + status.source().title() + " is from "),
                                RelativeTime.ago(at)),
                        () -> line.add(new Span(failure.meaning())));
        line.addClassName(failure.kind() == Failure.Kind.PREPARING ? "ph-banner-preparing" : "ph-banner-trouble");
        return line;
    }

    /** That a person may see no cluster is no trouble of the source. */
    private static boolean concernsAll(Failure failure) {
        return failure.kind() != Failure.Kind.DENIED || !failure.detail().isEmpty();
    }
}
