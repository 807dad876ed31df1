package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import io.pilothouse.access.Look;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.services.Rollout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The revisions of a service, newest first, and what each changed. Those that are open stand in the address. */
final class RolloutsTab extends ServiceTab {

    private static final String OPEN = "revision";

    private final UrlState address = new UrlState();
    private @Nullable Look<List<Rollout>> shown;

    RolloutsTab() {
        addClassNames("ph-tab", "ph-rollouts");
    }

    @Override
    void at(Location location) {
        address.at(location);
        shown = null;
    }

    @Override
    void show(ServiceViewModel.Shown content) {
        Look<List<Rollout>> now = Rollout.of(content.service(), content.fleet());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        switch (now) {
            case Look.Seen<List<Rollout>> seen -> show(seen.content());
            case Look.Hidden<List<Rollout>> hidden -> add(new NotAllowed(hidden.missing()));
            case Look.Absent<List<Rollout>> _ ->
                add(
                        new EmptyState(
                                "No history is kept",
                                content.service().isKafkas()
                                        ? "Strimzi keeps no earlier revisions of a StrimziPodSet. What it changes shows in its Kafka cluster's events."
                                        : "Kubernetes keeps no earlier revisions of Jobs and CronJobs. Each run stands on the Overview."));
        }
    }

    private void show(List<Rollout> rollouts) {
        if (rollouts.isEmpty()) {
            add(new EmptyState(
                    "No revision is kept yet", "The controller makes the first one when it sees the pod template."));
            return;
        }
        Paragraph verdict = new Paragraph(RolloutWords.verdict(rollouts));
        verdict.addClassName("ph-tab-answer");
        add(verdict);
        Div cards = new Div();
        cards.addClassName("ph-rollout-cards");
        rollouts.forEach(rollout -> cards.add(new RolloutCard(rollout, isOpen(rollout), this::open)));
        add(cards);
    }

    /** Where nobody chose one, what the present revision changed is what people come for. */
    private boolean isOpen(Rollout rollout) {
        return address.get(OPEN)
                .map(String.valueOf(rollout.revision().number())::equals)
                .orElse(rollout.current());
    }

    private void open(Rollout rollout) {
        address.put(
                OPEN, rollout.current() ? "" : String.valueOf(rollout.revision().number()));
    }
}
