package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.services.Rollout;
import java.util.function.Consumer;

/** One revision: when it came, what runs it, what it changed. */
final class RolloutCard extends Div {

    RolloutCard(Rollout rollout, boolean open, Consumer<Rollout> onOpen) {
        addClassName("ph-card");
        add(head(rollout), summary(rollout));
        if (!rollout.changes().isEmpty()) {
            String count = Formats.counted(rollout.changes().size(), "changed field");
            Details details = new Details(count, new FieldChangeTable(rollout));
            details.setOpened(open);
            details.addOpenedChangeListener(event -> {
                if (event.isFromClient() && event.isOpened()) {
                    onOpen.accept(rollout);
                }
            });
            add(details);
        }
    }

    private static Div head(Rollout rollout) {
        Div head = new Div(new H2("Revision " + rollout.revision().number()));
        head.addClassName("ph-rollout-head");
        if (rollout.current()) {
            Span current = new Span("current");
            current.addClassName("ph-tag");
            head.add(current);
        }
        rollout.pods().filter(pods -> pods > 0).ifPresent(pods -> head.add(new Span(Formats.counted(pods, "pod"))));
        head.add(dim(
                new Span("first rolled out "),
                RelativeTime.ago(rollout.revision().created())));
        RolloutWords.earlier(rollout).ifPresent(words -> head.add(dim(new Span(words))));
        Span name = new Span(rollout.revision().name());
        name.addClassNames("ph-mono", "ph-dim", "ph-break");
        head.add(name);
        return head;
    }

    private static Div summary(Rollout rollout) {
        Div summary = new Div(new Span(ServiceWords.sentence(RolloutWords.summary(rollout))));
        rollout.revision().changeCause().ifPresent(cause -> summary.add(dim(new Span(" · " + cause))));
        summary.addClassName("ph-break");
        return summary;
    }

    private static Span dim(Component... parts) {
        Span span = new Span(parts);
        span.addClassName("ph-dim");
        return span;
    }
}
